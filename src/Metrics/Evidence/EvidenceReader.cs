using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>
/// Shows what stands behind a published figure, from the release and the lake alone: parts, formula, files and source rows, and computes it again from them.
/// </summary>
public sealed class EvidenceReader(ReleaseSnapshot release, string lakeFolder)
{
    /// <summary>The figure explained and computed again; null when the release holds no such figure.</summary>
    public FigureEvidence? Explain(FigureId id, CancellationToken cancel) => With(id, (evidence, published, definition, view, place, cubes) =>
    {
        var missing = evidence.Engine.WhyMissing(definition, view, cubes, place, id.Period);
        var parts = FigureEngine.Parts(definition, view, cubes, place, id);
        var recomputed = FigureEngine.Figure(definition, view, id, parts, missing);
        var sums = UsedRows.Sums(evidence.Connection, definition);
        var rows = evidence.Connection.Count("SELECT count(*) FROM used WHERE origin <> 0");
        var addUp = parts.All(x => x.Parts.ToArray().Zip(sums.GetValueOrDefault(x.Member) ?? new BigInteger[x.Parts.Length]).All(pair => pair.First == pair.Second));
        return new FigureEvidence(
            published, recomputed, definition.Header.Version, definition.Hash, definition.Header.FormulaText,
            missing is null ? FormulaText.Of(view, parts, recomputed) : "", Parts(definition, parts), Areas(evidence, definition, view, cubes, place, id),
            Files(evidence), rows, SourceCounts.Of(evidence, definition, id), (missing is not null || addUp) && IsSame(published, recomputed));
    }, cancel);

    /// <summary>One page of the figure's source rows; null when the release holds no such figure.</summary>
    /// <param name="page">Counts from 1.</param>
    public EvidencePage? Rows(FigureId id, int page, int pageSize, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return With(id, (evidence, _, definition, _, _, _) => EvidencePages.Read(evidence, definition, Inputs(), page, pageSize), cancel);
    }

    /// <summary>
    /// The loads that any row of the figure's cities came with, used or set aside; null when the release holds no such figure. What their files held
    /// beside these rows has no bearing on the figure.
    /// </summary>
    public IReadOnlyList<ReleaseInput>? Loads(FigureId id, CancellationToken cancel) => With(id, (evidence, _, _, _, _, _) =>
    {
        var loads = evidence.Staged.SelectMany(source => evidence.Connection.Query($"SELECT DISTINCT load_id FROM input.{Sql.Identifier(source)}", row => row.GetInt32(0))).ToHashSet();
        return release.Inputs.Where(input => loads.Contains(input.LoadId)).ToList();
    }, cancel);

    T? With<T>(
        FigureId id, Func<EvidenceDatabase, Observation, IndicatorDefinition, IndicatorView, int, IndicatorCubes, T> read, CancellationToken cancel) where T : class
    {
        if (release.Find(id) is not { } published) return null;
        using var evidence = EvidenceDatabase.Open(release, lakeFolder, id);
        using var stop = cancel.Register(evidence.Connection.Dispose);
        if (evidence.Catalogue.Find(id.Indicator) is not { } definition
            || definition.Views.FirstOrDefault(x => x.Variant == id.Variant) is not { } view
            || evidence.Panel.PlaceOf(id.AreaCode) is not (>= 0 and var place))
            throw new InvalidDataException($"{release.File} holds the figure {id} but not its definition or area; publish again.");
        var cubes = evidence.Engine.Cubes(definition, cancel);
        UsedRows.Find(evidence, definition, view, cubes, place, id);
        return read(evidence, published, definition, view, place, cubes);
    }

    static List<EvidencePart> Parts(IndicatorDefinition definition, IEnumerable<MemberParts> parts) =>
        [.. parts.SelectMany(x => definition.PartNames.Select((name, index) => new EvidencePart(name, definition.PartKinds[index], x.Member, x.Parts.Span[index])))];

    // Provinces and the nation by city, cities by district; rows that name no district count in the city alone.
    static List<AreaEvidence> Areas(EvidenceDatabase evidence, IndicatorDefinition definition, IndicatorView view, IndicatorCubes cubes, int place, FigureId id)
    {
        var panel = evidence.Panel;
        var below = panel.Areas[place].City < 0 ? panel.Cities(place) : id.Breakdown.Length > 0 && !view.IsOver ? [] : panel.Children(place);
        var rows = evidence.Connection.Query("SELECT area_code, count(*) FROM used GROUP BY area_code", row => (row.GetInt32(0), row.GetInt64(1))).ToDictionary();
        return [.. below.Select(area => new AreaEvidence(
            panel.Areas[area].Area.Code, panel.Areas[area].Area.Name, Stated(Parts(definition, FigureEngine.Parts(definition, view, cubes, area, id)), definition, cubes, area, id),
            panel.WithDescendants(area).Sum(x => rows.GetValueOrDefault(panel.Areas[x].Area.Code))))];
    }

    // A level that neither this area nor the areas inside it state is missing there, though the city has one.
    static List<EvidencePart> Stated(List<EvidencePart> parts, IndicatorDefinition definition, IndicatorCubes cubes, int area, FigureId id) =>
        [.. parts.Select(part => part.Over is OverTime.LevelAtEnd or OverTime.LevelOfYear
            && !cubes[""].Stating(area, definition.PartIndex(part.Name), id.Period.Last.Index).Any() ? part with { Sum = null } : part)];

    List<EvidenceFile> Files(EvidenceDatabase evidence)
    {
        var inputs = Inputs();
        return [.. evidence.Connection.Query("SELECT CAST(origin >> 32 AS INTEGER), count(*) FROM used GROUP BY ALL ORDER BY ALL", row => (row.GetInt32(0), row.GetInt64(1)))
            // What stands in no file, such as the number of districts, has no load.
            .Where(x => inputs.ContainsKey(x.Item1))
            .Select(x => (Input: inputs[x.Item1], Rows: x.Item2))
            .Select(x => new EvidenceFile(x.Input.LoadId, x.Input.Source, x.Input.FileName, x.Input.Sha256, x.Input.LoadedAt, x.Input.Synthetic, x.Rows))];
    }

    Dictionary<int, ReleaseInput> Inputs() => release.Inputs.ToDictionary(x => x.LoadId);

    static bool IsSame(Observation published, Observation recomputed) =>
        published.Status == recomputed.Status && published.Value == recomputed.Value && published.Low == recomputed.Low && published.High == recomputed.High
        && published.Numerator == recomputed.Numerator && published.Denominator == recomputed.Denominator;
}

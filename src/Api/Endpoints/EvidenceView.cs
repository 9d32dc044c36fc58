using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>How a figure came about: the rule, the formula with its numbers, the files, and the source rows.</summary>
/// <param name="Reproduces">The figure was computed again from the rows below and came out the same.</param>
/// <param name="Recomputed">The value as it came out.</param>
/// <param name="RecomputeCommand">Run where the platform is installed, it computes the figure again from the archived bytes of its files.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="FormulaWithNumbers">The same with this figure's parts put in, up to the rounded result.</param>
/// <param name="DefinitionHash">SHA-256 of the definition file.</param>
/// <param name="Parts">Whole sums before the division.</param>
/// <param name="Areas">The parts of the areas below: cities of a province or the nation, districts of a city.</param>
/// <param name="SourceRows">Source rows used, in all files.</param>
/// <param name="Sources">What became of the current rows of the figure's cities, source by source: those used and those set aside, by rule, make up those read.</param>
/// <param name="Files">Input files with the number of their rows that this figure uses.</param>
/// <param name="Rows">Source rows, personal data masked; null with rows=count.</param>
/// <param name="Next">Cursor of the next page of rows, with rows=full.</param>
public sealed record EvidenceView(
    ReleaseView Release, ObservationView Figure, bool Reproduces, decimal? Recomputed, string RecomputeCommand, string Formula, string FormulaWithNumbers,
    int IndicatorVersion, string DefinitionHash, string Definition, IReadOnlyList<EvidencePart> Parts, IReadOnlyList<AreaEvidence> Areas,
    long SourceRows, IReadOnlyList<SourceCount> Sources, IReadOnlyList<EvidenceFileView> Files, IReadOnlyList<EvidenceRow>? Rows, string? Next)
{
    public static EvidenceView Of(FigureEvidence evidence, ReleaseSnapshot release, ReleasedIndicator indicator, IReadOnlyList<EvidenceRow>? rows, string? next)
    {
        var name = release.Manifest.Name;
        return new EvidenceView(
            ReleaseView.Of(release.Manifest), ObservationView.Of(evidence.Published, indicator.Header, name), evidence.Reproduces,
            ObservationView.Of(evidence.Recomputed, indicator.Header, name).Value, CommandOf(evidence, release), evidence.FormulaText, evidence.FormulaWithNumbers,
            evidence.DefinitionVersion, evidence.DefinitionHash, $"/api/v1/indicators/{indicator.Code}", evidence.Parts, evidence.Areas,
            evidence.SourceRows, evidence.Sources, FilesOf(evidence, release), rows, next);
    }

    /// <summary>Names the release, so that it still means the same figure when another one is current.</summary>
    public static string CommandOf(FigureEvidence evidence, ReleaseSnapshot release) => $"dca recompute {evidence.Published.Id} --release {release.Manifest.Name}";

    public static IReadOnlyList<EvidenceFileView> FilesOf(FigureEvidence evidence, ReleaseSnapshot release)
    {
        var inputs = release.Inputs.ToDictionary(x => x.LoadId);
        return evidence.Files.Select(x => new EvidenceFileView(
            x.LoadId, x.Source, x.FileName, x.Sha256, x.LoadedAt, x.Synthetic, x.RowsUsed, inputs[x.LoadId].RowsRead, inputs[x.LoadId].RowsRejected)).ToList();
    }
}

/// <summary>One input file of a figure.</summary>
/// <param name="RowsUsed">Rows that this figure uses.</param>
/// <param name="RowsRejected">Rows of the file that were refused at loading, for any figure.</param>
public sealed record EvidenceFileView(
    int LoadId, string Source, string FileName, string Sha256, DateTime LoadedAt, bool Synthetic, long RowsUsed, long RowsRead, long RowsRejected);

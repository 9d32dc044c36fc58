using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Trials;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>Each indicator over mart or source rows few enough to check in the head, against results worked out by hand.</summary>
public sealed class IndicatorCaseTests(SourceCases sources) : IClassFixture<SourceCases>
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.BuiltIn();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var indicator in Catalogue.Indicators)
                foreach (var folder in CaseFiles.Of(indicator.Header.Id)) cases.Add(indicator.Header.Id, Path.GetFileName(folder));
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string indicator, string sentence)
    {
        var folder = Path.Combine(CaseFiles.Root, indicator, sentence);
        var definition = Catalogue.Find(indicator)!;
        var observed = (SourceCases.IsOne(folder) ? sources.Observe(Catalogue, definition, folder) : OfMartRows(definition, folder)).ToDictionary(x => x.Id);

        var expected = CaseFiles.Rows(Path.Combine(folder, "expected.csv"));
        Assert.NotEmpty(expected);
        var differences = new List<string>();
        void Same(FigureId id, string what, object? wanted, object? found)
        {
            if (!Equals(wanted, found)) differences.Add($"{id} {what}: expected {wanted ?? "nothing"}, found {found ?? "nothing"}.");
        }
        foreach (var row in expected)
        {
            var id = FigureId.Parse(row["figure"]!);
            var found = observed.GetValueOrDefault(id);
            Same(id, "status", row["status"], found?.Status.ToString() ?? "absent");
            if (found is null) continue;
            Same(id, "value", Number(row["value"]), found.Value);
            foreach (var (column, value) in new[] { ("low", found.Low), ("high", found.High), ("numerator", (decimal?)found.Numerator), ("denominator", (decimal?)found.Denominator) })
                if (row.GetValueOrDefault(column) is { } cell) Same(id, column, Number(cell), value);
            if (row.GetValueOrDefault("note") is { } note) Same(id, "note", note, found.Note);
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    static IReadOnlyList<Observation> OfMartRows(IndicatorDefinition definition, string folder)
    {
        var given = Directory.GetFiles(folder, "given.mart.*.csv").Select(file => new TrialRows(Path.GetFileName(file).Split('.')[2], CaseFiles.Table(file)));
        var coverage = Path.Combine(folder, "given.coverage.csv");
        return IndicatorTrial.Run(Catalogue, definition, [.. given], File.Exists(coverage) ? CaseFiles.Table(coverage) : null);
    }

    [Fact]
    public void EveryIndicator_HasCases()
    {
        var without = Catalogue.Indicators.Where(x => !CaseFiles.Of(x.Header.Id).Any()).Select(x => x.Header.Id);

        Assert.Empty(without);
    }

    static decimal? Number(string? cell) => cell is null ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);
}

using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Metrics.Tests.Engine;

namespace DemoCityAnalytics.Metrics.Tests.Evidence;

public sealed class FurtherEvidenceTests(FurtherEvidenceTests.Published published) : IClassFixture<FurtherEvidenceTests.Published>
{
    /// <summary>One of each kind: persons once a year, ranked lists, medians of a stock, structures, breakdowns, levels of a whole, units, stated areas.</summary>
    [Theory]
    [InlineData("A07::130100:2024:fund_level:3")]
    [InlineData("B05:open:130100:2024-05")]
    [InlineData("E03:completion:130100:2024")]
    [InlineData("E04::130100:2024:hardship_kind:2")]
    [InlineData("E06::130200:2024-07")]
    [InlineData("E09::130100:2024-Q3")]
    [InlineData("E10::130100:2024-Q2")]
    [InlineData("E11::130000:2024-Q3")]
    [InlineData("E15::130100:2024-06")]
    [InlineData("E15:months:130000:2024-Q3")]
    [InlineData("E18:working:130100:2024-08")]
    [InlineData("E20::130200:2024-Q2")]
    [InlineData("E20:amount:130100:2024-06")]
    [InlineData("P01::130000:2024")]
    public void Explain_ReproducesTheFigureFromItsRows(string figure)
    {
        var evidence = published.Reader.Explain(FigureId.Parse(figure), CancellationToken.None)!;

        if (evidence.Published.Status == ObservationStatus.Normal) Assert.Contains("=", evidence.FormulaWithNumbers, StringComparison.Ordinal);
        Assert.True(evidence.Reproduces, $"{evidence.Published} {evidence.Recomputed} {evidence.FormulaWithNumbers}");
        Assert.Equal(evidence.SourceRows, evidence.Files.Sum(file => file.RowsUsed));
        Assert.All(evidence.Files, file => Assert.Contains(evidence.Sources, source => source.Source == file.Source && source.Used > 0));
        Assert.All(evidence.Sources, source => Assert.Equal(source.Read, source.Used + source.SetAside.Sum(rows => rows.Rows)));
    }

    [Fact]
    public void Explain_WritesTheGapOfAListedOccupation()
    {
        var first = published.Release.Observations("E09", StagedWarehouse.City).First(x => x.Id.Breakdown.Length > 0 && x.Id.Variant.Length == 0);
        var evidence = published.Reader.Explain(first.Id, CancellationToken.None)!;

        Assert.True(evidence.Reproduces);
        Assert.Equal($"{first.Numerator} − {first.Denominator} = {first.Value!.Value:0}", evidence.FormulaWithNumbers);
    }

    public sealed class Published : IAsyncLifetime
    {
        readonly StagedWarehouse warehouse = FurtherRows.Warehouse(seed: 41, rows: 300);

        internal ReleaseSnapshot Release { get; private set; } = null!;

        internal EvidenceReader Reader { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await warehouse.Metrics.Publish(CancellationToken.None);
            Release = new ReleaseStore(warehouse.Database.Options).Current()!;
            Reader = new EvidenceReader(Release, warehouse.Database.LakeFolder);
        }

        public Task DisposeAsync()
        {
            warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}

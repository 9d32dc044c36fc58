using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests.Evidence;

/// <summary>A published warehouse of random rows.</summary>
public sealed class PublishedRows : IAsyncLifetime
{
    readonly StagedWarehouse warehouse = RandomRows.Warehouse(seed: 11, rows: 300);

    internal string LakeFolder => warehouse.Database.LakeFolder;

    internal ReleaseSnapshot Release { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        Release = new ReleaseStore(warehouse.Database.Options).Current()!;
    }

    public Task DisposeAsync()
    {
        warehouse.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class EvidenceReaderTests(PublishedRows published) : IClassFixture<PublishedRows>
{
    readonly EvidenceReader reader = new(published.Release, published.LakeFolder);

    public static TheoryData<string> Figures =>
    [
        "E01::130100:2024-05", "E01:gross:130100:2024-Q2:sex:1", "E01::130102:2024-06-ytd", "E01::0:2024", "E02::130100:2024-08-ytd", "E05::130100:2024-07", "E05::130000:2024-Q3",
        "E07::130100:2024-Q2", "E08::130100:2024-Q3:occupation:4", "E08:plain:0:2024:occupation:2", "E12::130100:2024-Q2", "E12:seekers:130104:2024-Q4",
        "C07::130100:2024-09:channel:2", "C07:very_satisfied:330100:2024-Q1", "E21::130100:2024", "E21:response_rate:130000:2024:respondent:3",
        "D04::130100:2024-02:source:job_postings", "D05::0:2024-Q4:identifier_kind:person", "D05::130102:2024-03",
    ];

    [Theory]
    [MemberData(nameof(Figures))]
    public void Explain_ReproducesTheFigureFromItsRows(string figure)
    {
        var evidence = reader.Explain(FigureId.Parse(figure), CancellationToken.None)!;

        Assert.Equal(ObservationStatus.Normal, evidence.Published.Status);
        Assert.True(evidence.Reproduces, $"{evidence.Published} {evidence.Recomputed} {evidence.FormulaWithNumbers}");
        Assert.True(evidence.SourceRows > 0);
        Assert.Equal(evidence.SourceRows, evidence.Files.Sum(file => file.RowsUsed));
        Assert.EndsWith($"= {evidence.Published.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}", evidence.FormulaWithNumbers, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Explain_TellsWhatBecameOfEveryRow(string figure)
    {
        var evidence = reader.Explain(FigureId.Parse(figure), CancellationToken.None)!;

        Assert.NotEmpty(evidence.Sources);
        Assert.All(evidence.Sources, source => Assert.Equal(source.Read, source.Used + source.SetAside.Sum(rows => rows.Rows)));
        Assert.Equal(evidence.SourceRows, evidence.Sources.Sum(source => source.Used));
        Assert.All(evidence.Files, file => Assert.Contains(evidence.Sources, source => source.Source == file.Source && source.Used > 0));
    }

    [Fact]
    public void Rows_AddUpToTheParts()
    {
        var id = FigureId.Parse("E07::130100:2024-Q2");
        var evidence = reader.Explain(id, CancellationToken.None)!;
        var rows = Enumerable.Range(1, 100).Select(page => reader.Rows(id, page, 25, CancellationToken.None)!).TakeWhile(page => page.Rows.Count > 0).SelectMany(page => page.Rows).ToList();

        Assert.Equal(evidence.SourceRows, rows.Count);
        foreach (var part in evidence.Parts)
            Assert.Equal(part.Sum, rows.Aggregate(System.Numerics.BigInteger.Zero, (sum, row) => sum + row.Adds.GetValueOrDefault(part.Name)));
    }

    [Fact]
    public void Rows_MaskPersonsAndKeys()
    {
        var rows = reader.Rows(FigureId.Parse("E01:gross:130100:2024"), 1, 50, CancellationToken.None)!.Rows;

        Assert.NotEmpty(rows);
        foreach (var cells in rows.Select(row => row.Cells.ToDictionary(cell => cell.Column, cell => cell.Value)))
        {
            Assert.Matches("^…[0-9a-f]{4}$", cells["person_key"]);
            Assert.Matches("^…[0-9]{4}$", cells["business_key"]);
            Assert.DoesNotContain("load_id", cells.Keys);
        }
    }

    [Fact]
    public void Explain_TellsWhenTheLakeNoLongerHoldsTheRows()
    {
        var emptied = Directory.CreateTempSubdirectory("dca-lake-").FullName;
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            foreach (var file in Directory.GetFiles(published.LakeFolder, "*.parquet", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(emptied, Path.GetRelativePath(published.LakeFolder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                connection.Execute($"COPY (SELECT * FROM read_parquet('{file}') ORDER BY line OFFSET 1) TO '{copy}' (FORMAT parquet)");
            }
        }

        var figures = Figures.AsEnumerable<object[]>().Select(row => new EvidenceReader(published.Release, emptied).Explain(FigureId.Parse((string)row[0]), CancellationToken.None)!).ToList();

        Assert.Contains(figures, evidence => !evidence.Reproduces);
        Directory.Delete(emptied, recursive: true);
    }

    [Fact]
    public void Explain_IsNullForAFigureThatIsNotReleased() => Assert.Null(reader.Explain(FigureId.Parse("E01::440100:2024-05"), CancellationToken.None));
}

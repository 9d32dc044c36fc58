using DemoCityAnalytics.Generator;
using DemoCityAnalytics.Ingest.Loading;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Ingest.Tests;

/// <summary>What the generator says it put in, by code that shares nothing with the loader, is what the loader finds.</summary>
public sealed class GeneratedFolderTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Twelve_cities_and_thirty_six_months_give_exactly_the_rejections_that_were_injected()
    {
        using var warehouse = new TemporaryWarehouse();
        var folder = Path.Combine(warehouse.Folder, "generated");
        var generated = await CityDataGenerator.Generate(new GeneratorOptions { OutputFolder = folder }, null, CancellationToken.None);

        var report = await warehouse.Loader.LoadFolder(folder, LoadOptions.Default, null, CancellationToken.None);

        output.WriteLine($"{report.Files.Count} files, {report.Files.Sum(file => file.RowsRead)} rows in {report.Elapsed.TotalSeconds:0.0} s, {report.Elapsed.TotalMilliseconds / report.Files.Count:0.0} ms a file");
        foreach (var issue in report.Issues.Concat(report.Files.SelectMany(file => file.Issues)).Take(20)) output.WriteLine(issue.En);
        foreach (var unknown in report.Files.SelectMany(file => file.UnknownColumns.Select(column => $"{file.Source} {column}")).Distinct().Take(20)) output.WriteLine($"unknown column: {unknown}");
        Assert.False(report.Failed);
        Assert.True(report.Synthetic);
        Assert.Equal(generated.Rows, report.Files.Sum(file => file.RowsRead));
        Assert.All(report.Files, file => Assert.Equal(file.RowsRead, file.RowsAccepted + file.RowsRejected));

        var truth = File.ReadLines(Path.Combine(folder, "truth", "rejections.csv")).Skip(1).Order(StringComparer.Ordinal).ToList();
        var found = warehouse.Rows(
            """
            SELECT load.source || ',' || rule || ',' || column_name || ',' || severity || ',' || count(*)
            FROM ops.rejection JOIN ops.load USING (load_id) GROUP BY load.source, rule, column_name, severity
            """).Order(StringComparer.Ordinal).ToList();
        foreach (var difference in truth.Except(found).Select(row => "expected " + row).Concat(found.Except(truth).Select(row => "found    " + row)).Order(StringComparer.Ordinal)) output.WriteLine(difference);
        foreach (var row in warehouse.Rows("SELECT rule, column_name, min(message_en) FROM ops.rejection GROUP BY 1, 2 ORDER BY 1, 2")) output.WriteLine(row);
        Assert.NotEmpty(truth);
        Assert.Equal(truth, found);

        var again = await warehouse.Loader.LoadFolder(folder, LoadOptions.Default, null, CancellationToken.None);
        Assert.All(again.Files, file => Assert.Equal(LoadOutcome.AlreadyLoaded, file.Outcome));
    }
}

using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Verification;

public sealed class VerificationTests : IDisposable
{
    readonly StagedWarehouse warehouse = RandomRows.Warehouse(seed: 31, rows: 20);
    readonly string truth = Directory.CreateTempSubdirectory("dca-truth-").FullName;

    [Fact]
    public async Task FigureVerification_FindsAFigureThatWasChangedByHand()
    {
        await warehouse.Metrics.Compute(CancellationToken.None);
        var before = await new FigureVerification(warehouse.Database, warehouse.Catalogue).Run(CancellationToken.None);
        warehouse.Connection.Execute("UPDATE obs.observation SET value = value + 1 WHERE indicator = 'E01' AND variant = '' AND area_code = 130100 AND period = '2024-05'");
        var after = await new FigureVerification(warehouse.Database, warehouse.Catalogue).Run(CancellationToken.None);

        Assert.True(before.Examined > 1000);
        Assert.Empty(before.Issues);
        Assert.Contains("E01::130100:2024-05", Assert.Single(after.Issues), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FigureVerification_SaysThatRowsWaitToBeComputed()
    {
        var report = await new FigureVerification(warehouse.Database, warehouse.Catalogue).Run(CancellationToken.None);

        Assert.Equal("Rows were loaded that are not computed yet; compute first.", Assert.Single(report.Issues));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("E01,,130100,2024-05,,,,,-100,,,normal", 1)]          // another value
    [InlineData("E01,,130100,2024-05,,,7777777,,{0},,,normal", 1)]    // another numerator
    [InlineData("E01,,130100,2024-06,,,,,,,,missing", 2)]             // status and value
    [InlineData("E01,,130100,2031-01,,,,,1,,,normal", 1)]             // not released
    public async Task TruthComparison_FindsEachDifference(string line, int differences)
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        var release = new ReleaseStore(warehouse.Database.Options).Current()!;
        var stated = release.Series("E01", 130100, Warehouse.Calendar.Frequency.Month).ToDictionary(x => x.Id.Period.ToString(), x => $"E01,,130100,{x.Id.Period},,,,,{x.Value},,,normal");
        var cities = new[] { 130200, 330100 }.SelectMany(city => release.Series("E01", city, Warehouse.Calendar.Frequency.Month)).Select(x => $"E01,,{x.Id.AreaCode},{x.Id.Period},,,,,{x.Value},,,normal");
        var value = release.Find(Observations.FigureId.Parse("E01::130100:2024-05"))!.Value;
        if (line.Length > 0) stated[line.Split(',')[3]] = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, value);
        File.WriteAllLines(Path.Combine(truth, "observations.csv"), stated.Values.Concat(cities).Prepend("indicator,variant,area_code,period,breakdown,member,numerator,denominator,value,low,high,status"));

        Assert.Equal(differences, TruthComparison.OfFigures(truth, release).Differences.Count);
    }

    [Fact]
    public async Task TruthComparison_FindsAReleasedFigureThatTheTruthDoesNotState()
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        var release = new ReleaseStore(warehouse.Database.Options).Current()!;
        File.WriteAllLines(Path.Combine(truth, "observations.csv"),
        [
            "indicator,variant,area_code,period,breakdown,member,numerator,denominator,value,low,high,status",
            .. new[] { 130100, 130200, 330100 }.SelectMany(city => release.Series("E01", city, Warehouse.Calendar.Frequency.Year)).Skip(1)
                .Select(x => $"E01,,{x.Id.AreaCode},{x.Id.Period},,,,,{x.Value},,,normal"),
        ]);

        Assert.Equal("no such figure", Assert.Single(TruthComparison.OfFigures(truth, release).Differences).Expected);
    }

    [Fact]
    public void TruthComparison_ComparesRejectionsBothWays()
    {
        warehouse.Connection.Execute(
            """
            INSERT INTO ops.rejection
            SELECT 1, line, 'openings', rule, 'rejection', '', '', '', '', '', ''
            FROM (VALUES (1, 'range'), (2, 'range'), (3, 'type')) AS found (line, rule)
            """);
        File.WriteAllLines(Path.Combine(truth, "rejections.csv"), ["source,rule,column,severity,rows", "job_postings,range,openings,rejection,2", "job_postings,order,valid_to,rejection,1"]);

        Assert.Equal(
            ["job_postings order valid_to (rejection): expected 1 rows, found 0 rows", "job_postings type openings (rejection): expected 0 rows, found 1 rows"],
            TruthComparison.OfRejections(truth, warehouse.Connection).Differences.Select(x => x.ToString()));
    }

    public void Dispose()
    {
        warehouse.Dispose();
        Directory.Delete(truth, recursive: true);
    }
}

using System.Globalization;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>
/// Each headline indicator a second time, by a plainer query straight over the staging rows: no marts, no changes of stocks, interval conditions instead.
/// </summary>
public sealed class IndependentCheckTests(IndependentCheckTests.Computed computed) : IClassFixture<IndependentCheckTests.Computed>
{
    [Theory]
    [InlineData("2024-05", 5, 5)]
    [InlineData("2024-Q2", 4, 6)]
    [InlineData("2024-09-ytd", 1, 9)]
    [InlineData("2024", 1, 12)]
    public void E01_CountsEachPersonOnceAYearLessAttrition(string period, int first, int last) => Same("E01", "", period, $"""
        SELECT (SELECT count(*) FROM stg.employment_registration AS row
                WHERE {Urban("row")} AND month(started_on) BETWEEN {first} AND {last} AND city_code = $city
                  AND NOT EXISTS (
                      SELECT 1 FROM stg.employment_registration AS earlier
                      WHERE {Urban("earlier")} AND earlier.city_code = row.city_code AND earlier.person_key = row.person_key
                        AND year(earlier.started_on) = year(row.started_on)
                        AND (earlier.started_on < row.started_on OR earlier.started_on = row.started_on AND earlier.business_key < row.business_key)))
             - (SELECT count(*) FROM stg.natural_attrition WHERE urban AND city_code = $city AND occurred_month BETWEEN {Index(first)} AND {Index(last)})
        """);

    [Theory]
    [InlineData("2024-05-ytd", 5)]
    [InlineData("2024-12-ytd", 12)]
    public void E02_DividesByTheTarget(string period, int last)
    {
        foreach (var city in Computed.Cities)
        {
            var actual = computed.Release.Find(FigureId.Parse($"E01::{city}:{period}"))!.Value!.Value;

            // 250.5 to be reached in the year.
            Assert.Equal(Math.Round(actual / 250.5m * 100, 2, MidpointRounding.AwayFromZero), computed.Release.Find(FigureId.Parse($"E02::{city}:{period}"))!.Value);
        }
        Assert.InRange(last, 1, 12);
    }

    [Theory]
    [InlineData("2024-03", 3)]
    [InlineData("2024-Q4", 12)]
    public void E05_CountsWhoIsRegisteredAtTheEnd(string period, int last)
    {
        var unemployed = $"""
            (SELECT count(*) FROM stg.unemployment_registration
             WHERE valid AND urban AND job_will AND registration_kind = '1' AND age_at_registration BETWEEN 16 AND 59 AND city_code = $city
               AND registered_month <= {Index(last)} AND coalesce(ended_month, 99999) > {Index(last)})
            """;
        var employed = $"(SELECT sum(urban_employed) FROM stg.labour_stock WHERE city_code = $city AND month = {Index(last)})";
        Same("E05", "", period, $"SELECT {Percent(unemployed, $"({employed} + {unemployed})")}");
    }

    [Theory]
    [InlineData("2024-04", 4, 4)]
    [InlineData("2024-Q3", 7, 9)]
    [InlineData("2024", 1, 12)]
    public void E07_CountsWhatIsInForce(string period, int first, int last) => Same(
        "E07", "", period, $"SELECT {Hundredths(Openings(first, last), Seekers(first, last), 100)}");

    [Theory]
    [InlineData("2024-Q1", 1, 3)]
    [InlineData("2024-Q4", 10, 12)]
    public void E08_PlainDividesEachOccupation(string period, int first, int last)
    {
        for (var major = 1; major <= 8; major++)
            Same("E08", "plain", $"{period}:occupation:{major}",
                $"SELECT {Hundredths(Openings(first, last, $"AND occupation_major = {major}"), Seekers(first, last, $"AND occupation_major = {major}"), 100)}");
    }

    [Theory]
    [InlineData("2024-Q2", 4, 6)]
    [InlineData("2024", 1, 12)]
    public void E08_SharesOutByTheOtherSidesStructure(string period, int first, int last)
    {
        foreach (var city in Computed.Cities)
        {
            var openings = Enumerable.Range(0, 9).Select(major => Count($"SELECT {Openings(first, last, $"AND occupation_major = {major}")}", city)).ToArray();
            var seekers = Enumerable.Range(0, 9).Select(major => Count($"SELECT {Seekers(first, last, $"AND occupation_major = {major}")}", city)).ToArray();
            for (var major = 1; major <= 8; major++)
            {
                var shared = Math.Floor((decimal)seekers[0] * openings[major] / openings.Sum() + 0.5m);
                var below = seekers[major] + shared;
                decimal? expected = below == 0 ? null
                    : Math.Round((openings[major] + (decimal)openings[0] * seekers[major] / seekers.Sum()) / below, 2, MidpointRounding.AwayFromZero);

                Assert.Equal((city, major, expected), (city, major, computed.Release.Find(FigureId.Parse($"E08::{city}:{period}:occupation:{major}"))!.Value));
            }
        }
    }

    [Theory]
    [InlineData("2024-Q2", 4, 6)]
    [InlineData("2024", 1, 12)]
    public void E12_TakesTheSmallerSideOfEachOccupation(string period, int first, int last)
    {
        var groups = Enumerable.Range(1, 8).Select(major => (D: Openings(first, last, $"AND occupation_major = {major}"), S: Seekers(first, last, $"AND occupation_major = {major}"))).ToList();
        var matched = string.Join(" + ", groups.Select(x => $"least({x.D}, {x.S})"));
        var (openings, seekers) = (string.Join(" + ", groups.Select(x => x.D)), string.Join(" + ", groups.Select(x => x.S)));
        Same("E12", "", period, $"SELECT {Percent(matched, openings)}");
        Same("E12", "seekers", period, $"SELECT {Percent(matched, seekers)}");
        Same("E12", "feasible", period, $"SELECT {Percent(matched, $"least({openings}, {seekers})")}");
    }

    [Theory]
    [InlineData("2024-02", 2, 2)]
    [InlineData("2024", 1, 12)]
    public void C07_CountsRatingsOfThreeAndMore(string period, int first, int last)
    {
        var of = $"FROM stg.service_rating WHERE origin_kind = '1' AND city_code = $city AND rated_month BETWEEN {Index(first)} AND {Index(last)}";
        Same("C07", "", period, $"SELECT {Percent($"(SELECT count(*) {of} AND level >= '3')", $"(SELECT count(*) {of})")}");
        Same("C07", "very_satisfied", period, $"SELECT {Percent($"(SELECT count(*) {of} AND level = '5')", $"(SELECT count(*) {of})")}");
    }

    [Fact]
    public void E21_IsTheWeightedMean()
    {
        foreach (var city in Computed.Cities)
        {
            var answers = computed.Warehouse.Connection.Query(
                "SELECT weight_hundredths, score FROM stg.satisfaction_survey WHERE score IS NOT NULL AND city_code = $city",
                row => (Weight: row.GetInt64(0) / 100.0, Score: (double)row.GetInt64(1)), ("city", city));
            var weight = answers.Sum(x => x.Weight);
            var mean = answers.Sum(x => x.Weight * x.Score) / weight;
            var half = 1.959964 * Math.Sqrt(answers.Sum(x => Math.Pow(x.Weight * (x.Score - mean), 2))) / weight;
            var found = computed.Release.Find(FigureId.Parse($"E21::{city}:2024"))!;

            Assert.Equal(mean, (double)found.Value!.Value, 0.0501);
            Assert.Equal(mean - half, (double)found.Low!.Value, 0.0501);
            Assert.Equal(mean + half, (double)found.High!.Value, 0.0501);
        }
    }

    [Theory]
    [InlineData("2024-06", 6, 6)]
    [InlineData("2024-Q4", 10, 12)]
    public void D04AndD05_AddAllSources(string period, int first, int last)
    {
        string[] sources = ["job_postings", "job_seeking", "employment_registration", "unemployment_registration", "natural_attrition", "service_rating"];
        string Sum(string column) => "(" + string.Join(" + ", sources.Select(source =>
            $"coalesce((SELECT sum({column}) FROM stg.{source} WHERE superseded_by IS NULL AND city_code = $city AND row_month BETWEEN {Index(first)} AND {Index(last)}), 0)")) + ")";
        Same("D04", "", period, $"SELECT {Percent(Sum("key_cells_filled"), Sum("key_cells"))}");
        Same("D05", "", period, $"SELECT {Percent(Sum("person_ids_valid + credit_codes_valid"), Sum("person_ids_checked + credit_codes_checked"))}");
    }

    static string Urban(string row) =>
        $"{row}.valid AND {row}.urban AND {row}.employment_form BETWEEN '1' AND '4' AND {row}.prior_status <> '4' AND coalesce({row}.is_renewal, false) = false AND {row}.person_key IS NOT NULL";

    static string Openings(int first, int last, string also = "") => $"""
        (SELECT coalesce(sum(openings), 0) FROM stg.job_postings
         WHERE city_code = $city AND (published_month BETWEEN {Index(first)} AND {Index(last)} OR published_month < {Index(first)} AND ended_month >= {Index(first)}) {also})
        """;

    static string Seekers(int first, int last, string also = "") => $"""
        (SELECT count(*) FROM stg.job_seeking
         WHERE city_code = $city AND (registered_month BETWEEN {Index(first)} AND {Index(last)} OR registered_month < {Index(first)} AND ended_month >= {Index(first)}) {also})
        """;

    static string Percent(string above, string below) => Hundredths(above, below, 10_000);

    // Whole hundredths, half up, in integers.
    static string Hundredths(string above, string below, int scale) =>
        $"CAST(({2 * scale} * CAST(({above}) AS HUGEINT) + ({below})) // nullif(2 * CAST(({below}) AS HUGEINT), 0) AS DECIMAL(28, 6)) / 100";

    static int Index(int month) => 2024 * 12 + month - 1;

    long Count(string query, int city) => computed.Warehouse.Connection.Count(query, ("city", city));

    void Same(string indicator, string variant, string period, string query)
    {
        foreach (var city in Computed.Cities)
        {
            var expected = computed.Warehouse.Connection.Query(
                query, row => row.IsDBNull(0) ? (decimal?)null : Convert.ToDecimal(row.GetValue(0).ToString(), CultureInfo.InvariantCulture), ("city", city)).Single();

            Assert.Equal((city, expected), (city, computed.Release.Find(FigureId.Parse($"{indicator}:{variant}:{city}:{period}"))!.Value));
        }
    }

    public sealed class Computed : IAsyncLifetime
    {
        internal static readonly int[] Cities = [StagedWarehouse.City, StagedWarehouse.OtherCity, StagedWarehouse.FarCity];

        internal StagedWarehouse Warehouse { get; } = RandomRows.Warehouse(seed: 21, rows: 500);

        internal ReleaseSnapshot Release { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Warehouse.Metrics.Publish(CancellationToken.None);
            Release = new ReleaseStore(Warehouse.Database.Options).Current()!;
        }

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}

using System.Globalization;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>
/// Half-years, twelve months up to one, and months from the 21st to the 20th, each a second time by a plain query over days: nothing of marts or month indexes.
/// </summary>
public sealed class PeriodKindTests(PeriodKindTests.Computed computed) : IClassFixture<PeriodKindTests.Computed>
{
    [Theory]
    [InlineData("2024-02-rm", "2024-01-21", "2024-02-20")]
    [InlineData("2024-01-rm", "2023-12-21", "2024-01-20")]
    [InlineData("2024-12-rm", "2024-11-21", "2024-12-20")]
    [InlineData("2024-06-r12", "2023-07-01", "2024-06-30")]
    [InlineData("2024-11-r12", "2023-12-01", "2024-11-30")]
    [InlineData("2025-02-r12", "2024-03-01", "2025-02-28")]
    public void E01_CountsTheDaysOfThePeriod(string period, string first, string last) => Same("E01", period, $"""
        WITH first_of_year AS (
            SELECT person_key, min(started_on) AS day FROM stg.employment_registration WHERE city_code = $city GROUP BY person_key, year(started_on)
        )
        SELECT (SELECT count(*) FROM first_of_year WHERE day BETWEEN '{first}' AND '{last}')
             - (SELECT count(*) FROM stg.natural_attrition WHERE city_code = $city AND occurred_on BETWEEN '{first}' AND '{last}')
        """);

    [Theory]
    [InlineData("2024-03-rm", "2024-02-21", "2024-03-20")]
    [InlineData("2024-01-rm", "2023-12-21", "2024-01-20")]
    public void D03_CountsWhatIsDueInThePeriod(string period, string first, string last)
    {
        var due = $"FROM stg.report_batch WHERE city_code = $city AND CAST(due_at AS DATE) BETWEEN '{first}' AND '{last}'";
        Same("D03", period, $"SELECT (20000 * (SELECT count(*) {due} AND accepted_at <= due_at) + (SELECT count(*) {due})) // (2 * (SELECT count(*) {due}))", scale: 100);
    }

    [Theory]
    [InlineData("2024-06-r12", "2023-07-01", "2024-06-30")]
    [InlineData("2025-03-r12", "2024-04-01", "2025-03-31")]
    public void E07_CountsWhatIsInForceInTwelveMonths(string period, string first, string last)
    {
        string InForce(string what, string table, string begin) =>
            $"(SELECT {what} FROM stg.{table} WHERE city_code = $city AND make_date({begin} // 12, {begin} % 12 + 1, 1) <= '{last}' AND make_date(ended_month // 12, ended_month % 12 + 1, 28) >= '{first}')";
        var (openings, seekers) = (InForce("sum(openings)", "job_postings", "published_month"), InForce("count(*)", "job_seeking", "registered_month"));
        Same("E07", period, $"SELECT (200 * {openings} + {seekers}) // (2 * {seekers})", scale: 100);
    }

    [Theory]
    [InlineData("2024-S1", "2024-01-01", "2024-06-30")]
    [InlineData("2024-S2", "2024-07-01", "2024-12-31")]
    public void E21_WeighsTheAnswersOfTheHalfYear(string period, string first, string last)
    {
        var answers = $"FROM stg.satisfaction_survey WHERE city_code = $city AND make_date(surveyed_month // 12, surveyed_month % 12 + 1, 1) BETWEEN '{first}' AND '{last}'";
        Same("E21", period, $"SELECT (20 * (SELECT sum(weight_hundredths * score) {answers}) + (SELECT sum(weight_hundredths) {answers})) // (2 * (SELECT sum(weight_hundredths) {answers}))", scale: 10);
    }

    [Theory]
    [InlineData("E01::130100:2024-05-r12")]
    [InlineData("E01::130100:2023-07-rm")]
    [InlineData("E21::130100:2025-S1")]
    public void WhatBeginsBeforeTheRecords_IsMissing(string figure) =>
        Assert.True(computed.Release.Find(FigureId.Parse(figure)) is null or { Status: ObservationStatus.Missing, Value: null }, figure);

    [Fact]
    public void GroupsHaveNoReportMonths() => Assert.All(
        computed.Release.Observations("E01", StagedWarehouse.City).Where(x => x.Id.Breakdown.Length > 0),
        x => Assert.False(x.Id.Period.Frequency is Frequency.ReportMonth or Frequency.Rolling12, x.Id.ToString()));

    void Same(string indicator, string period, string query, int scale = 1)
    {
        foreach (var city in Computed.Cities)
        {
            var expected = computed.Warehouse.Connection.Query(query, row => Convert.ToDecimal(row.GetValue(0).ToString(), CultureInfo.InvariantCulture) / scale, ("city", city)).Single();

            Assert.Equal((city, expected), (city, computed.Release.Find(FigureId.Parse($"{indicator}::{city}:{period}"))!.Value));
        }
    }

    public sealed class Computed : IAsyncLifetime
    {
        internal static readonly int[] Cities = [StagedWarehouse.City, StagedWarehouse.FarCity];

        internal StagedWarehouse Warehouse { get; } = new(Subset.Of("E01", "E07", "E21", "D03"), withFurtherSources: true);

        internal ReleaseSnapshot Release { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var random = new Random(31);
            foreach (var city in Cities)
            {
                Warehouse.Cover(city, "2023-07", "2025-03");
                Warehouse.Connection.Execute($"INSERT INTO ops.coverage VALUES (1, 'report_batch', {city}, {StagedWarehouse.Index("2023-07")}, {StagedWarehouse.Index("2025-03")})");
                for (var i = 0; i < 600; i++) AddRows(city, random);
            }
            await Warehouse.Metrics.Publish(CancellationToken.None);
            Release = new ReleaseStore(Warehouse.Database.Options).Current()!;
        }

        void AddRows(int city, Random random)
        {
            var day = new DateOnly(2023, 7, 1).AddDays(random.Next(640));
            var month = Month.Of(day).Index;
            Warehouse
                .Add("employment_registration", city, ("person_key", (long)random.Next(250)), ("valid", true), ("urban", true), ("employment_form", "1"), ("prior_status", "1"), ("sex", "1"),
                    ("started_on", day), ("started_month", month))
                .Add("job_postings", city, ("openings", (long)random.Next(1, 9)), ("published_month", month), ("ended_month", month + random.Next(6)), ("occupation_major", 4))
                .Add("job_seeking", city, ("registered_month", month), ("ended_month", month + random.Next(6)), ("occupation_major", 4))
                .Add("satisfaction_survey", city, ("respondent", "1"), ("score", (long)random.Next(101)), ("weight_hundredths", (long)random.Next(1, 500)), ("surveyed_month", month))
                .Add("report_batch", city, ("due_at", day.ToDateTime(new TimeOnly(18, 0))), ("accepted_at", day.ToDateTime(new TimeOnly(random.Next(24), 0))), ("due_month", month));
            if (random.Next(3) == 0) Warehouse.Add("natural_attrition", city, ("urban", true), ("occurred_on", day), ("occurred_month", month));
        }

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}

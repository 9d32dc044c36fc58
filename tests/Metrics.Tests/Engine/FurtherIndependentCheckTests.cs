using System.Globalization;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>
/// The further official indicators a second time, by plain queries straight over the staging rows of each city: no marts, no changes of stocks.
/// </summary>
public sealed class FurtherIndependentCheckTests(FurtherIndependentCheckTests.Computed computed) : IClassFixture<FurtherIndependentCheckTests.Computed>
{
    [Theory]
    [InlineData("2024-06-ytd", 6)]
    [InlineData("2024", 12)]
    public void A07_DividesExecutionByBudget(string period, int last)
    {
        string Sum(string column) => $"(SELECT sum({column}) FROM stg.fund_ledger WHERE city_code = $city AND fund = '1' AND month(booked_on) <= {last})";
        Same("A07", "", period, Percent(Sum("executed_fen"), Sum("budget_fen")));
    }

    [Theory]
    [InlineData("2024-Q1", 1, 3)]
    [InlineData("2024-Q3", 7, 9)]
    [InlineData("2024", 1, 12)]
    public void B05_LooksAtTheEndOfTheQuarterOfCertification(string period, int first, int last)
    {
        // The last day of the quarter of certification.
        const string Limit = "last_day(make_date(2024, (quarter(certified_on) * 3), 1))";
        var due = $"FROM stg.zero_job_family WHERE city_code = $city AND month({Limit}) BETWEEN {first} AND {last} AND (first_employed_on <= {Limit} OR cancelled_on IS NULL OR cancelled_on > {Limit})";
        Same("B05", "", period, Percent($"(SELECT count(*) {due} AND first_employed_on <= {Limit})", $"(SELECT count(*) {due})"));
        Same("B05", "open", period, $"""
            SELECT count(*) FROM stg.zero_job_family
            WHERE city_code = $city AND certified_on <= {EndOf(last)} AND (first_employed_on IS NULL OR first_employed_on > {EndOf(last)}) AND (cancelled_on IS NULL OR cancelled_on > {EndOf(last)})
            """);
    }

    [Theory]
    [InlineData("2024-04-ytd", 4)]
    [InlineData("2024", 12)]
    public void E03_CountsPersonsWithAJobOfTheYear(string period, int last)
    {
        var persons = $"""
            SELECT count(DISTINCT person_key) FROM stg.unemployment_registration AS spell
            WHERE city_code = $city AND valid AND urban AND registration_kind = '1' AND end_reason = '1' AND ended_on BETWEEN DATE '2024-01-01' AND {EndOf(last)}
              AND EXISTS (SELECT 1 FROM stg.employment_registration AS job WHERE job.city_code = spell.city_code AND job.person_key = spell.person_key AND job.valid
                          AND job.started_on >= spell.registered_on AND year(job.started_on) = 2024)
            """;
        Same("E03", "", period, persons);
        Same("E03", "completion", period, Percent($"({persons})", "33"));
    }

    [Theory]
    [InlineData("2024-05-ytd", 5)]
    [InlineData("2024", 12)]
    public void E04_CountsPersonsWithACertificationInForce(string period, int last)
    {
        var persons = $"""
            SELECT count(DISTINCT person_key) FROM stg.employment_registration AS job
            WHERE city_code = $city AND valid AND started_on BETWEEN DATE '2024-01-01' AND {EndOf(last)}
              AND EXISTS (SELECT 1 FROM stg.hardship_certification AS paper WHERE paper.city_code = job.city_code AND paper.person_key = job.person_key AND paper.valid
                          AND job.started_on BETWEEN paper.certified_on AND least(coalesce(paper.cancelled_on, DATE '2099-01-01'), coalesce(paper.valid_to, DATE '2099-01-01')))
            """;
        Same("E04", "", period, persons);
        Same("E04", "completion", period, Percent($"({persons})", "33"));
    }

    [Fact]
    public void E06_IsThePublishedRate()
    {
        for (var month = 1; month <= 12; month++)
            Same("E06", "", $"2024-{month:00}", $"SELECT CAST(rate_tenths AS DECIMAL(9, 1)) / 10 FROM stg.surveyed_unemployment WHERE city_code = $city AND month = {Index(month)}");
    }

    [Theory]
    [InlineData("2024-Q1", 1, 3)]
    [InlineData("2024-Q4", 10, 12)]
    public void E09_ListsTheTenLargestGaps(string period, int first, int last)
    {
        var compared = 0;
        foreach (var city in FurtherRows.Cities)
            foreach (var (variant, sign) in new[] { ("", 1), ("surplus", -1) })
            {
                string Side(string table, string began, string sum) => $"""
                    SELECT left(occupation, 7) AS code, {sum} AS persons FROM stg.{table}
                    WHERE city_code = $city AND length(occupation) >= 7 AND {began} <= {Index(last)} AND ended_month >= {Index(first)} GROUP BY code
                    """;
                var gaps = computed.Warehouse.Connection.Query($"""
                    SELECT code, CAST({sign} * (coalesce(d.persons, 0) - coalesce(s.persons, 0)) AS BIGINT) AS gap
                    FROM ({Side("job_postings", "published_month", "coalesce(sum(openings), 0)")}) AS d FULL JOIN ({Side("job_seeking", "registered_month", "count(*)")}) AS s USING (code)
                    WHERE coalesce(d.persons, 0) + coalesce(s.persons, 0) >= 10 AND gap > 0
                    ORDER BY gap DESC, code LIMIT 10
                    """, row => $"{row.GetString(0)} {row.GetInt64(1)}", ("city", city));
                var listed = computed.Warehouse.Connection.Query(
                    """
                    SELECT member, CAST(value AS BIGINT) FROM obs.observation
                    WHERE indicator = 'E09' AND variant = $variant AND area_code = $city AND period = $period AND breakdown = 'occupation_minor' ORDER BY value DESC, member
                    """, row => $"{row.GetString(0)} {row.GetInt64(1)}", ("variant", variant), ("city", city), ("period", period));

                compared += gaps.Count;
                Assert.Equal(gaps, listed);
            }
        Assert.NotEqual(0, compared);
    }

    [Theory]
    [InlineData("2024-03", 3)]
    [InlineData("2024-11", 11)]
    public void E18_CountsWhoWorksAtTheEnd(string period, int last)
    {
        var working = $"""
            SELECT count(*) FROM stg.key_group_roster
            WHERE city_code = $city AND key_group = '3' AND entered_on <= {EndOf(last)} AND employed_on <= {EndOf(last)} AND (left_on IS NULL OR left_on > {EndOf(last)})
            """;
        Same("E18", "working", period, working);
        Same("E18", "", period, Percent($"({working})", "33"));
    }

    [Theory]
    [InlineData("2024-Q2", 4, 6)]
    [InlineData("2024", 1, 12)]
    public void E19AndE20_AddBeforeDividing(string period, int first, int last)
    {
        var startups = $"FROM stg.startup WHERE city_code = $city AND month(supported_on) BETWEEN {first} AND {last}";
        Same("E19", "", period, Hundredths($"(SELECT sum(jobs_created) {startups})", $"(SELECT count(*) {startups})", 100));
        var balance = $"FROM stg.startup_loan_balance WHERE city_code = $city AND month = {Index(last)}";
        Same("E20", "", period, Percent($"(SELECT overdue_fen {balance})", $"(SELECT balance_fen {balance})"));
        var loans = $"FROM stg.startup_loan WHERE city_code = $city AND month(paid_on) BETWEEN {first} AND {last}";
        Same("E20", "amount", period, Hundredths($"(SELECT sum(amount_fen) {loans})", "1000000", 100));
        Same("E20", "loans", period, $"SELECT count(*) {loans}");
    }

    [Fact]
    public void P01_HoldsApplicationsAgainstHalfOfElevenDivisions()
    {
        var found = computed.Warehouse.Connection.Query(
            "SELECT area_code, CAST(numerator AS BIGINT), CAST(denominator AS BIGINT), CAST(value AS BIGINT) FROM obs.observation WHERE indicator = 'P01' AND period = '2024' ORDER BY area_code",
            row => (row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));

        Assert.Contains((130000, 2L, 11L / 2, 1L), found);
    }

    static string EndOf(int month) => $"last_day(DATE '2024-{month:00}-01')";

    static int Index(int month) => 2024 * 12 + month - 1;

    static string Percent(string above, string below) => Hundredths(above, below, 10_000);

    // Whole hundredths, half up, in integers.
    static string Hundredths(string above, string below, int scale) =>
        $"SELECT CAST(({2 * scale} * CAST(({above}) AS HUGEINT) + ({below})) // nullif(2 * CAST(({below}) AS HUGEINT), 0) AS DECIMAL(28, 6)) / 100";

    void Same(string indicator, string variant, string period, string query)
    {
        foreach (var city in FurtherRows.Cities)
        {
            var expected = computed.Warehouse.Connection.Query(
                query, row => row.IsDBNull(0) ? (decimal?)null : Convert.ToDecimal(row.GetValue(0).ToString(), CultureInfo.InvariantCulture), ("city", city)).SingleOrDefault();
            var found = computed.Warehouse.Connection.Query(
                "SELECT value FROM obs.observation WHERE indicator = $indicator AND variant = $variant AND area_code = $city AND period = $period AND breakdown = ''",
                row => row.IsDBNull(0) ? (decimal?)null : row.GetDecimal(0), ("indicator", indicator), ("variant", variant), ("city", city), ("period", period)).Single();

            Assert.Equal((indicator, city, period, expected), (indicator, city, period, found));
        }
    }

    public sealed class Computed : IAsyncLifetime
    {
        internal StagedWarehouse Warehouse { get; } = FurtherRows.Warehouse(seed: 31, rows: 300);

        public Task InitializeAsync() => Warehouse.Metrics.Compute(CancellationToken.None);

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}

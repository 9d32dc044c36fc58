using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>Whatever happens to the rows, what readers could be answered at a moment is answered for that moment ever after: that of the release current then.</summary>
public sealed class HistoryTests
{
    const int Histories = 50;
    const int Steps = 2;

    // What is asked later does not depend on how many indicators there are; a stock, a ratio of flows, a share and a figure over figures are enough.
    static readonly IndicatorCatalogue Catalogue = Subset.Of("E05", "E07", "C07", "E22");

    [Fact]
    public async Task AsOf_AnswersAsThen_OverRandomHistories()
    {
        using var warehouse = RandomRows.Warehouse(seed: 1, rows: 6, Catalogue);
        var random = new Random(2);
        var answers = new List<(DateTime Moment, SortedDictionary<string, string> Figures)>();
        var answerable = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (published, eventful) = (0, 0);
        for (var history = 0; history < Histories; history++)
        {
            // Computed several times before readers see any of it: nothing of that may be answered for a moment before.
            for (var step = 0; step < Steps; step++)
            {
                Happen(warehouse, random, seed: 100 + answers.Count);
                await warehouse.Metrics.Compute(CancellationToken.None);
                Pass();
                answers.Add((warehouse.Clock.Now.UtcDateTime, answerable));
                Pass();
            }
            if (random.Next(3) > 0 && history < Histories - 1) continue;
            var before = answerable;
            published++;
            Assert.True((await warehouse.Metrics.Publish(CancellationToken.None)).IsNew);
            answerable = Current(warehouse);
            answers.Add((warehouse.Clock.Now.UtcDateTime, answerable));
            Pass();
            if (!before.SequenceEqual(answerable)) eventful++;
        }
        // Each step computed what had changed; a full computation finds nothing to add.
        warehouse.Connection.Execute("DELETE FROM ops.definition");
        Assert.Equal((0L, 0L), (await warehouse.Metrics.Compute(CancellationToken.None)).Changes is var again ? (again.Added, again.Ended) : default);

        var release = new ReleaseStore(warehouse.Database.Options).Current()!;
        foreach (var (moment, figures) in answers) Assert.Equal(figures, Answers(release, moment));
        Assert.True(published > Histories / 4 && eventful > published * 3 / 4, $"Only {eventful} of {published} publications changed any figure.");

        void Pass() => warehouse.Clock.Now += TimeSpan.FromMinutes(random.Next(1, 10_000));
    }

    // New rows, rows that a later version replaces, a load taken back, or one that counts again.
    static void Happen(StagedWarehouse warehouse, Random random, int seed)
    {
        // Whatever changes rows comes with a file, or with the withdrawal of one; a release is made from other inputs than the one before.
        warehouse.Connection.Execute("INSERT INTO ops.load SELECT * REPLACE (1000 + $seed AS load_id, sha256(CAST($seed AS VARCHAR)) AS sha256) FROM ops.load LIMIT 1", ("seed", seed));
        var source = new[] { "job_seeking", "unemployment_registration", "job_postings", "service_rating" }[random.Next(4)];
        var isOneSource = true;
        switch (random.Next(4))
        {
            case 0:
                isOneSource = false;
                RandomRows.Fill(warehouse, seed, rows: 1);
                break;
            case 1:
                warehouse.Connection.Execute($"UPDATE stg.{source} SET superseded_by = 99 WHERE line % 3 = {random.Next(3)}");
                break;
            case 2:
                warehouse.Connection.Execute($"UPDATE stg.{source} SET superseded_by = 99");
                break;
            default:
                warehouse.Connection.Execute($"UPDATE stg.{source} SET superseded_by = NULL");
                break;
        }
        foreach (var city in new[] { StagedWarehouse.City, StagedWarehouse.OtherCity, StagedWarehouse.FarCity })
            if (isOneSource) warehouse.Connection.Execute("INSERT INTO ops.touched VALUES ($source, $city)", ("source", source), ("city", city));
            else warehouse.Touch(city);
    }

    // What the warehouse holds as current, which is what readers have just been given.
    static SortedDictionary<string, string> Current(StagedWarehouse warehouse) => Sorted(warehouse.Connection.Query(
        """
        SELECT indicator, variant, area_code, period, breakdown, member, status, numerator, denominator, value, low, high, note
        FROM obs.observation
        WHERE known_to IS NULL
        """,
        row => (
            $"{row.GetValue(0)}:{row.GetValue(1)}:{row.GetValue(2)}:{row.GetValue(3)}{(row.GetString(4).Length == 0 ? "" : $":{row.GetValue(4)}:{row.GetValue(5)}")}",
            string.Join('|', Enumerable.Range(6, 7).Select(cell => Text(row.GetValue(cell)))))));

    static SortedDictionary<string, string> Answers(ReleaseSnapshot release, DateTime moment) => Sorted(
        from indicator in release.Indicators
        from area in release.Areas.Keys
        from x in release.Observations(indicator.Code, area, moment)
        select (x.Id.ToString(), string.Join('|', new object?[] { x.Status, x.Numerator, x.Denominator, x.Value, x.Low, x.High, x.Note }.Select(Text))));

    static SortedDictionary<string, string> Sorted(IEnumerable<(string Figure, string Answer)> answers) =>
        new(answers.ToDictionary(x => x.Figure, x => x.Answer), StringComparer.Ordinal);

    // The stored value has its column's decimals; trailing zeros say nothing.
    static string Text(object? value) => value switch
    {
        null or DBNull => "",
        decimal number => number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}

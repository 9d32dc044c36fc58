using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Tests.Disclosure;

public sealed class ReleaseDisclosureTests : IDisposable
{
    readonly StagedWarehouse warehouse = new StagedWarehouse().Cover(StagedWarehouse.City, "2024-01", "2024-03");

    public ReleaseDisclosureTests()
    {
        foreach (var (district, month, persons) in new[] { (130102, 1, 3), (130104, 1, 25), (130102, 2, 30), (130104, 2, 40), (130102, 3, 20), (130104, 3, 50) })
            for (var person = 1; person <= persons; person++)
                warehouse.Add(
                    "employment_registration", district, ("person_key", (long)(district * 10_000 + month * 1000 + person)), ("valid", true), ("urban", true), ("employment_form", "1"),
                    ("prior_status", "1"), ("is_renewal", false), ("sex", "1"), ("started_on", new DateOnly(2024, month, 5)), ("started_month", StagedWarehouse.Index($"2024-0{month}")));
    }

    /// <summary>Three persons in one district and month; beside them the other district, and in both another month, so that no sum gives them away.</summary>
    [Fact]
    public async Task ASmallCellIsHeldBack_WithSoManyOthersThatNoSumGivesItAway()
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        var whole = new ReleaseStore(warehouse.Database.Options).Current()!;
        var view = whole.ForReaders(null);

        Observation Seen(string id) => view.Find(FigureId.Parse(id))!;
        foreach (var id in new[] { "E01:gross:130102:2024-01", "E01:gross:130104:2024-01", "E01::130102:2024-01", "E01:gross:130102:2024-01-ytd" })
        {
            Assert.Equal((ObservationStatus.Suppressed, null, null, true), (Seen(id).Status, Seen(id).Value, Seen(id).Numerator, Seen(id).Confidential));
            Assert.NotNull(whole.Find(FigureId.Parse(id))!.Value);
        }
        Assert.Equal(28m, Seen("E01:gross:130100:2024-01").Value);
        Assert.Equal(53m, Seen("E01:gross:130102:2024-Q1").Value);
        Assert.Contains(new[] { "2024-02", "2024-03" }, month => Seen($"E01:gross:130102:{month}").Status == ObservationStatus.Suppressed);
    }

    [Fact]
    public async Task ACityAccountSeesItsOwnSmallCells()
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        var whole = new ReleaseStore(warehouse.Database.Options).Current()!;

        var small = FigureId.Parse("E01:gross:130102:2024-01");
        Assert.Equal(3m, whole.ForReaders(130100).Find(small)!.Value);
        Assert.Equal(3m, whole.ForReaders(130000).Find(small)!.Value);
        Assert.Null(whole.ForReaders(330100).Find(small)!.Value);
        Assert.Same(whole.ForReaders(130100), whole.ForReaders(130100));
        Assert.Equal(3, new[] { whole.Key, whole.ForReaders(null).Key, whole.ForReaders(130100).Key }.Distinct().Count());
    }

    /// <summary>Two more persons came later: today's cells are large enough, the earlier answer about the district was not.</summary>
    [Fact]
    public async Task WhatWasSmallOnceStaysHeldBack()
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        for (var person = 1; person <= 20; person++)
            warehouse.Add(
                "employment_registration", 130102, ("person_key", (long)person), ("valid", true), ("urban", true), ("employment_form", "1"),
                ("prior_status", "1"), ("is_renewal", false), ("sex", "1"), ("started_on", new DateOnly(2024, 1, 6)), ("started_month", StagedWarehouse.Index("2024-01")));
        warehouse.Touch(StagedWarehouse.City).Clock.Now += TimeSpan.FromDays(1);
        warehouse.Connection.Execute("UPDATE ops.load SET sha256 = 'another' WHERE load_id = 3");
        await warehouse.Metrics.Publish(CancellationToken.None);
        var whole = new ReleaseStore(warehouse.Database.Options).Current()!;

        var small = FigureId.Parse("E01:gross:130102:2024-01");
        Assert.Equal([3m, 23m], whole.History(small).Select(x => x.Value ?? 0));
        Assert.All(whole.ForReaders(null).History(small), x => Assert.Null(x.Value));
        // The city's earlier total stood beside the other district's earlier figure.
        Assert.Equal([null, 48m], whole.ForReaders(null).History(FigureId.Parse("E01:gross:130100:2024-01")).Select(x => x.Value));
    }

    /// <summary>Where nothing was corrected yet, the engine knows that no figure has an earlier answer; a join on that condition becomes one pair by pair.</summary>
    [Fact]
    public async Task TheFiguresOfAFirstRelease_AreWrittenWithoutANestedLoop()
    {
        await warehouse.Metrics.Publish(CancellationToken.None);
        using var connection = warehouse.Database.Connect();
        ReleaseDisclosure.Find(connection, [.. warehouse.Catalogue.Indicators.Select(x => x.Header)], 10, CancellationToken.None);

        var plan = string.Join('\n', connection.Query($"EXPLAIN {FiguresOfRelease()}", row => row.GetString(1)));

        Assert.Contains("HASH_JOIN", plan);
        Assert.DoesNotMatch("NL_JOIN|NESTED_LOOP_JOIN|CROSS_PRODUCT", plan);
    }

    static string FiguresOfRelease()
    {
        const string begins = "CREATE TABLE release_build.observation AS";
        var sql = EmbeddedText.Read(typeof(ReleaseStore).Assembly, "Releases/release.sql");
        return sql[(sql.IndexOf(begins, StringComparison.Ordinal) + begins.Length)..].Split(';')[0];
    }

    public void Dispose() => warehouse.Dispose();
}

using System.Text;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Tests;

public sealed class IdentityRotationTests
{
    const string Person = "11010519491231002X";

    static readonly byte[] Old = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    static readonly byte[] New = [.. Enumerable.Range(101, 32).Select(value => (byte)value)];

    [Fact]
    public async Task Rotation_KeepsPersonsJoined_WithRowsLoadedBeforeAndAfter()
    {
        using var warehouse = new TemporaryWarehouse();
        await warehouse.Load("person", "a.csv", Encoding.UTF8.GetBytes($"个人编号,证件号码,常住区划\nR1,{Person},130100\n"));
        await warehouse.Load("job_seeking", "a.csv", Rows("A1"));
        var before = Assert.Single(Keys(warehouse));
        var rotated = IdentityKey.Of(Old, New);

        var report = await Persons(warehouse, rotated).Rotate(CancellationToken.None);
        await LoaderOf(warehouse, rotated).Load("job_seeking", new MemoryStream(Rows("A2")), "b.csv", LoadOptions.Default, null, CancellationToken.None);

        Assert.Equal(new RotationReport(1, 2), report);
        Assert.NotEqual(before, Assert.Single(Keys(warehouse)));
        Assert.Equal(2, warehouse.Count("SELECT count(*) FROM stg.job_seeking WHERE superseded_by IS NULL"));
        Assert.Equal(new RotationReport(0, 0), await Persons(warehouse, rotated).Rotate(CancellationToken.None));
    }

    [Fact]
    public async Task Load_IsRefused_UnderAnotherKeyThanTheWarehouseHas()
    {
        using var warehouse = new TemporaryWarehouse();
        await warehouse.Load("job_seeking", "a.csv", Rows("A1"));
        foreach (var other in new[] { IdentityKey.Of(New), IdentityKey.Of(Old, New) })
        {
            var e = await Assert.ThrowsAsync<IdentityKeyException>(
                () => LoaderOf(warehouse, other).Load("job_seeking", new MemoryStream(Rows("A2")), "b.csv", LoadOptions.Default, null, CancellationToken.None));
            Assert.Contains("dca rotate-key", e.Message, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<IdentityKeyException>(() => Persons(warehouse, IdentityKey.Of(New)).Rotate(CancellationToken.None));
        Assert.Equal(1, warehouse.Count("SELECT count(*) FROM stg.job_seeking"));
    }

    [Fact]
    public void KeyFiles_AreReadOldestFirst_AndAFormerOneMustBeThere()
    {
        var folder = Directory.CreateTempSubdirectory("dca-keys-").FullName;
        try
        {
            var options = new IdentityOptions { KeyFile = Path.Combine(folder, "old.key") };
            var old = IdentityKey.Open(options);
            options.FormerKeyFiles.Add(options.KeyFile);
            options.KeyFile = Path.Combine(folder, "new.key");
            var both = IdentityKey.Open(options);

            Assert.Equal(both.Pseudonym("1"u8), both.Follow(old.Pseudonym("1"u8), 1));
            Assert.Equal(old.Fingerprints[0], both.Fingerprints[0]);
            File.Delete(options.FormerKeyFiles[0]);
            Assert.Contains("old.key is not there", Assert.Throws<IdentityKeyException>(() => IdentityKey.Open(options)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static List<string> Keys(TemporaryWarehouse warehouse) =>
        warehouse.Rows("SELECT person_key FROM stg.person UNION SELECT person_key FROM stg.job_seeking");

    static StoredPersons Persons(TemporaryWarehouse warehouse, IdentityKey key) => new(warehouse.Database, TemporaryWarehouse.Contracts, key, new FixedClock());

    static Loader LoaderOf(TemporaryWarehouse warehouse, IdentityKey key) => new(warehouse.Database, TemporaryWarehouse.Contracts, key, new FixedClock());

    static byte[] Rows(string id) => Encoding.UTF8.GetBytes($"求职登记编号,证件号码,登记地行政区划,登记日期\n{id},{Person},130100,2024-03-05\n");
}

using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Warehouse.Tests.Storage;

public sealed class ArchiveTests : IDisposable
{
    readonly TemporaryWarehouse warehouse = new();

    IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(warehouse.Options.Folder, "archive"), "*", SearchOption.AllDirectories);

    [Fact]
    public async Task Keep_HoldsTheExactBytesUnderTheirHash()
    {
        var bytes = Encoding.UTF8.GetBytes("合成数据\r\n");

        var kept = await Kept(bytes);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), kept);
        await using var stored = warehouse.Database.Archive.Open(kept);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task Keep_Twice_KeepsOnce()
    {
        await Kept([1, 2, 3]);
        await Kept([1, 2, 3]);

        Assert.Single(Files);
    }

    [Fact]
    public async Task Delivery_LeavesNothing_OfWhatIsNotKept()
    {
        using var cancel = new CancellationTokenSource();
        using (var delivery = warehouse.Database.Archive.Receive())
        {
            await delivery.Receive(new MemoryStream([1, 2, 3]), CancellationToken.None);
            await delivery.Receive(new MemoryStream([1, 2, 3]), CancellationToken.None);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery.Receive(new MemoryStream([4]), cancel.Token));
            Assert.Equal(3, Files.Count());
        }
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Open_AfterAKilledProcess_KeepsWhatWasLoaded_AndRemovesTheRest()
    {
        var left = warehouse.Database.Archive.Receive();
        var loaded = await left.Receive(new MemoryStream([1, 2, 3]), CancellationToken.None);
        await left.Receive(new MemoryStream([4, 5, 6]), CancellationToken.None);
        await warehouse.Database.Write(
            connection => connection.Execute("INSERT INTO ops.load VALUES (1, 'job_postings', 'a.csv', $hash, 3, true, 'utf-8', 'csv', 'zh', '', TIMESTAMP '2026-01-01', 0, 0, 0, 0, 1, 0, 0)", ("hash", loaded.Sha256)),
            CancellationToken.None);

        warehouse.Reopen();

        Assert.Equal([warehouse.Database.Archive.PathOf(loaded.Sha256)], Files);
    }

    public void Dispose() => warehouse.Dispose();

    async Task<string> Kept(byte[] bytes)
    {
        using var delivery = warehouse.Database.Archive.Receive();
        var file = await delivery.Receive(new MemoryStream(bytes), CancellationToken.None);
        warehouse.Database.Archive.Keep(file);
        return file.Sha256;
    }
}

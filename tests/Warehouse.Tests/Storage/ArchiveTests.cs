using System.Security.Cryptography;
using System.Text;

namespace DemoCityAnalytics.Warehouse.Tests.Storage;

public sealed class ArchiveTests
{
    [Fact]
    public async Task Keep_HoldsTheExactBytesUnderTheirHash()
    {
        using var warehouse = new TemporaryWarehouse();
        var bytes = Encoding.UTF8.GetBytes("合成数据\r\n");

        var kept = await warehouse.Database.Archive.Keep(new MemoryStream(bytes), CancellationToken.None);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), kept.Sha256);
        await using var stored = warehouse.Database.Archive.Open(kept.Sha256);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task Keep_Twice_KeepsOnce()
    {
        using var warehouse = new TemporaryWarehouse();
        await warehouse.Database.Archive.Keep(new MemoryStream([1, 2, 3]), CancellationToken.None);
        await warehouse.Database.Archive.Keep(new MemoryStream([1, 2, 3]), CancellationToken.None);

        Assert.Single(Directory.EnumerateFiles(Path.Combine(warehouse.Options.Folder, "archive"), "*", SearchOption.AllDirectories));
    }
}

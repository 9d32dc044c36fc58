using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Warehouse.Tests.Storage;

public sealed class WarehouseDatabaseTests
{
    [Fact]
    public void Open_SeedsTheAreas()
    {
        using var warehouse = new TemporaryWarehouse();
        using var connection = warehouse.Database.Connect();

        var areas = AreaTable.All(connection);

        // GB/T 2260 (2023): 31 provinces, 333 prefecture-level divisions, 16 + 16 + 16 + 38 districts and counties of the municipalities.
        Assert.Equal(1 + 31 + 333 + 86, areas.Count);
        Assert.Equal("成都市", areas.Single(area => area.Code == 510100).Name);
        Assert.All(areas.Where(area => area.Level == "city"), city => Assert.Contains(areas, area => area.Code == city.ParentCode && area.Level == "province"));
    }

    [Fact]
    public void Open_Again_ChangesNothing()
    {
        using var warehouse = new TemporaryWarehouse();
        warehouse.Reopen();
        using var connection = warehouse.Database.Connect();

        Assert.Equal(451, connection.Count("SELECT count(*) FROM ref.area"));
    }

    [Fact]
    public async Task Write_LeavesNothing_WhenItThrows()
    {
        using var warehouse = new TemporaryWarehouse();
        await Assert.ThrowsAsync<InvalidOperationException>(() => warehouse.Database.Write<int>(connection =>
        {
            connection.Execute("DELETE FROM ref.area");
            throw new InvalidOperationException("stop");
        }, CancellationToken.None));
        using var reader = warehouse.Database.Connect();

        Assert.Equal(451, reader.Count("SELECT count(*) FROM ref.area"));
    }

    [Fact]
    public async Task Write_LeavesNothing_WhenItIsCancelled()
    {
        using var warehouse = new TemporaryWarehouse();
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => warehouse.Database.Write(connection =>
        {
            var deleted = connection.Execute("DELETE FROM ref.area");
            cancel.Cancel();
            return deleted;
        }, cancel.Token));
        using var reader = warehouse.Database.Connect();

        Assert.Equal(451, reader.Count("SELECT count(*) FROM ref.area"));
    }
}

using System.Text;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Ingest.Tests.Typing;

public sealed class PlaceTableTests(PlaceTableTests.Known known) : IClassFixture<PlaceTableTests.Known>
{
    public sealed class Known
    {
        public Known()
        {
            using var warehouse = new TemporaryWarehouse();
            using var connection = warehouse.Database.Connect();
            AreaTable.Put(connection, new Area(320583, "昆山市", "district", 320500, "county-level city", false));
            Areas = AreaTable.All(connection);
            Places = new PlaceTable(Areas);
        }

        internal IReadOnlyList<Area> Areas { get; }
        internal PlaceTable Places { get; }
    }

    [Theory]
    [InlineData("江苏省苏州市昆山市", 320500, 320583)]
    [InlineData("昆山", 320500, 320583)]
    [InlineData("昆山市玉山镇", 320500, 320583)]
    [InlineData("江苏昆山花桥", 320500, 320583)]
    [InlineData("义乌", 330700, 330700)]
    [InlineData("浙江省义乌市稠城街道", 330700, 330700)]
    [InlineData("浙江慈溪", 330200, 330200)]
    [InlineData("恩施土家族苗族自治州", 422800, 422800)]
    [InlineData("湖北省恩施土家族苗族自治州利川市", 422800, 422800)]
    [InlineData("延边朝鲜族自治州", 222400, 222400)]
    [InlineData("吉林省延边州延吉市", 222400, 222400)]
    [InlineData("凉山彝族自治州西昌市", 513400, 513400)]
    [InlineData("伊犁哈萨克自治州", 654000, 654000)]
    [InlineData("黔西市", 520500, 520500)]
    [InlineData("黔西南州兴义市", 522300, 522300)]
    [InlineData("襄樊市樊城区", 420600, 420600)]
    [InlineData("山东省莱芜市", 370100, 370100)]
    [InlineData("毕节地区", 520500, 520500)]
    [InlineData("东港区", -1, -1)]
    [InlineData("海城路", -1, -1)]
    [InlineData("安宁区", -1, -1)]
    public void A_text_names_its_city(string text, int city, int district) =>
        Assert.Equal(new Place(city, district), known.Places.Named(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(371200, 370100)]
    [InlineData(652200, 650500)]
    [InlineData(542300, 540200)]
    [InlineData(469003, 460400)]
    [InlineData(420600, 420600)]
    public void A_code_of_former_days_is_the_city_of_today(int code, int city)
    {
        Assert.True(known.Places.TryFind(code, out var place));
        Assert.Equal(city, place.CityCode);
    }

    [Fact]
    public void Every_other_name_leads_to_a_city_that_is_known()
    {
        var cities = known.Areas.Where(area => area.Level == "city").Select(area => area.Code).ToHashSet();
        Assert.Empty(OtherNames.CountyCities.Where(county => !cities.Contains(county.CityCode)).Select(county => county.Name));
        Assert.Empty(OtherNames.Former.Where(former => former.Successor is { } successor && !cities.Contains(successor)).Select(former => former.Name));
        Assert.Equal(OtherNames.CountyCities.Count, OtherNames.CountyCities.Select(county => county.Name).Distinct().Count());
        Assert.True(OtherNames.CountyCities.Count > 350);
    }
}

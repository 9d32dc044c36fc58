using DemoCityAnalytics.Evaluation.Programme;

namespace DemoCityAnalytics.Evaluation.Tests.Programme;

public sealed class QuotaTests
{
    [Fact]
    public void Sichuan_MayEnterTenOnlyWhenAutonomousPrefecturesCount()
    {
        var all = Quota.Check(510000, 10, QuotaBase.AllPrefectureDivisions);
        var citiesOnly = Quota.Check(510000, 10, QuotaBase.PrefectureLevelCities);

        Assert.Equal((21, 10, true), (all.Base, all.Cap, all.Kept));
        Assert.Equal("四川省申报10个，名额按地级行政区划21个的一半（取整）为10个，未超名额；若按地级市18个计，则为9个", all.Reason.Zh);
        Assert.Equal((18, 9, false), (citiesOnly.Base, citiesOnly.Cap, citiesOnly.Kept));
        Assert.Equal("四川省申报10个，名额按地级市18个的一半（取整）为9个，超1个；若按地级行政区划21个计，则为10个", citiesOnly.Reason.Zh);
    }

    [Fact]
    public void Municipality_CountsDistricts() =>
        Assert.Equal("重庆市申报19个，名额按所辖区县38个的一半（取整）为19个，未超名额", Quota.Check(500000, 19, QuotaBase.PrefectureLevelCities).Reason.Zh);

    [Fact]
    public void Nation_HasThirtyOneProvinces_AndEitherBaseIsStated()
    {
        int Sum(QuotaBase rule) => Quota.Provinces.Sum(province => Quota.Check(province.Code, 0, rule).Cap);

        Assert.Equal((31, 184, 202), (Quota.Provinces.Count, Sum(QuotaBase.PrefectureLevelCities), Sum(QuotaBase.AllPrefectureDivisions)));
    }
}

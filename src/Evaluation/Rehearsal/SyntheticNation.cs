using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>A province of the rehearsal with the cities that apply.</summary>
sealed record ApplyingProvince(ProvinceDivisions Divisions, IReadOnlyList<Area> Cities, int Places);

/// <summary>
/// 31 provinces and 199 applying cities. Codes and names are made up within each province (示例市), so that nothing said here is taken
/// for a statement about a real city.
/// </summary>
sealed class SyntheticNation
{
    /// <summary>As many as were put forward nationwide in the first batch.</summary>
    public const int Applications = 199;

    /// <summary>四川省 fills its quota, so that one more is one too many.</summary>
    public const int FullProvince = 510000;

    public SyntheticNation()
    {
        // Every province fills its quota but the largest, which give back what exceeds 199.
        var caps = Quota.Provinces.ToDictionary(x => x.Code, x => Quota.Check(x.Code, 0, QuotaBase.AllPrefectureDivisions).Cap);
        var excess = caps.Values.Sum() - Applications;
        foreach (var code in caps.Keys.Where(code => code != FullProvince).OrderByDescending(code => caps[code]).ThenBy(code => code).Take(excess).ToList()) caps[code]--;
        Provinces = [.. Quota.Provinces.Select(x => new ApplyingProvince(x,
            [.. Enumerable.Range(1, caps[x.Code]).Select(i => City(x, i))],
            caps[x.Code] / 2))];
    }

    public IReadOnlyList<ApplyingProvince> Provinces { get; }

    public IReadOnlyList<Area> Cities => [.. Provinces.SelectMany(province => province.Cities)];

    public static Area City(ProvinceDivisions province, int number) => new(
        province.Code + number * 100, $"{province.Name}示例市{number}", "city", province.Code,
        province.Municipality ? "district/county of a municipality" : "prefecture-level city", Synthetic: true);

    public static ApplicationForm Form(Area city, DateOnly day) => new()
    {
        City = city.Name,
        Province = Quota.Provinces.Single(x => x.Code == city.ParentCode).Name,
        FilledOn = day,
        Situation = "【合成数据】本市公共就业创业服务体系覆盖城乡，基层网点配置齐全。创建期内，城镇登记失业率由4.00%控制在3.80%以内，服务好评率由93%提高到96%以上。",
        Targets =
        [
            new() { Text = "城镇登记失业率控制在3.80%以内", Indicator = "E05", Baseline = 4.0m, Target = 3.8m, Unit = "%", DueOn = day.AddYears(1), Better = Direction.Lower },
            new() { Text = "服务好评率达到96%以上", Indicator = "C07", Baseline = 93, Target = 96, Unit = "%", DueOn = day.AddYears(1), Better = Direction.Higher },
        ],
        Leader = new ContactLine("示例局领导", "副局长", "0000-0000000"),
        CityContact = new ContactLine("示例联系人", "科长", "0000-0000001"),
    };
}

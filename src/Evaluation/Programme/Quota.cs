using System.Globalization;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>What "所辖地级市数量" counts: the notice does not say whether autonomous prefectures, leagues and prefectures count.</summary>
public enum QuotaBase { PrefectureLevelCities, AllPrefectureDivisions }

/// <summary>The divisions of a province that may count for its quota.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Districts">Of a municipality, which has districts and counties in place of cities.</param>
public sealed record ProvinceDivisions(int Code, string Name, int Cities, int OtherDivisions, int? Districts)
{
    public bool Municipality => Districts is not null;

    public int Base(QuotaBase rule) => Districts ?? (rule == QuotaBase.PrefectureLevelCities ? Cities : Cities + OtherDivisions);
}

/// <summary>A province's applications held against half of its base (P01), with the sentence that explains it.</summary>
public sealed record QuotaVerdict(ProvinceDivisions Province, QuotaBase Rule, int Base, int Cap, int Applications, BilingualText Reason)
{
    public bool Kept => Applications <= Cap;
}

/// <summary>Each province may enter at most half of its cities (六（一）), rounded down.</summary>
public static class Quota
{
    public static IReadOnlyList<ProvinceDivisions> Provinces { get; } = [.. EmbeddedText.Read(typeof(Quota).Assembly, "Programme/quota_base.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Trim().Split(','))
        .Select(cells => new ProvinceDivisions(Number(cells[0]) * 10_000, cells[1], Number(cells[3]), Number(cells[4]), cells[5].Length == 0 ? null : Number(cells[5])))];

    public static QuotaVerdict Check(int province, int applications, QuotaBase rule)
    {
        var divisions = Provinces.Single(x => x.Code == province);
        var whole = divisions.Base(rule);
        var cap = whole / 2;
        var (zh, en) = BaseName(divisions, rule);
        var other = rule == QuotaBase.PrefectureLevelCities ? QuotaBase.AllPrefectureDivisions : QuotaBase.PrefectureLevelCities;
        var otherCap = divisions.Base(other) / 2;
        // Where the two readings of the notice differ, the paper says what the other one would give.
        var (noteZh, noteEn) = otherCap == cap ? ("", "") :
            ($"；若按{BaseName(divisions, other).Zh}{divisions.Base(other)}个计，则为{otherCap}个", $"; counting {divisions.Base(other)} {BaseName(divisions, other).En} it would be {otherCap}");
        var (overZh, overEn) = applications > cap ? ($"，超{applications - cap}个", $", {applications - cap} too many") : ("，未超名额", ", within the quota");
        return new QuotaVerdict(divisions, rule, whole, cap, applications, new BilingualText
        {
            Zh = $"{divisions.Name}申报{applications}个，名额按{zh}{whole}个的一半（取整）为{cap}个{overZh}{noteZh}",
            En = $"{divisions.Name} enters {applications}; half of {whole} {en}, rounded down, is {cap}{overEn}{noteEn}",
        });
    }

    static (string Zh, string En) BaseName(ProvinceDivisions divisions, QuotaBase rule) => divisions.Municipality ? ("所辖区县", "districts and counties")
        : rule == QuotaBase.PrefectureLevelCities ? ("地级市", "prefecture-level cities") : ("地级行政区划", "prefecture-level divisions");

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>Pay in yuan a month; a bound that the text does not name is null, and both are when pay is to be agreed.</summary>
/// <param name="Months">Months that are paid a year (14薪), where the text says so.</param>
public readonly record struct Pay(decimal? Low, decimal? High, int? Months);

/// <summary>
/// Reads pay as job boards write it (18k-30k·14薪, 15K以上, 0.8-1.2万/月, 8千-1.2万, 10-15万/年, 200元/天, 时薪25元, 面议) into yuan a month.
/// </summary>
public static partial class SalaryText
{
    // 月计薪天数 (365 - 104) / 12 = 21.75 days, 8 hours each: the official conversion of monthly into daily and hourly pay.
    const decimal PaidDays = 21.75m;
    const decimal PaidHours = 174m;

    /// <summary>False when the text is not pay.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Pay pay)
    {
        pay = default;
        if (text.Length > 64) return false;
        var plain = Ignored().Replace(Encoding.UTF8.GetString(text).Normalize(NormalizationForm.FormKC), "");
        if (ToBeAgreed().IsMatch(plain)) return true;
        if (Written().Match(plain) is not { Success: true } match) return false;
        var per = (match.Groups["per"].Success ? match.Groups["per"].Value : match.Groups["lead"].Value) switch
        {
            "年" or "年薪" => 1 / 12m,
            "天" or "日" or "日薪" => PaidDays,
            "小时" or "时" or "时薪" => PaidHours,
            _ => 1m,
        };
        var (low, high) = (Number(match.Groups["low"]), Number(match.Groups["high"]));
        var highUnit = Unit(match.Groups["unit"].Value);
        // 8-12k: the unit holds for both. 8000-1.2万: it cannot, or the range would run backwards.
        var lowUnit = match.Groups["lowUnit"].Success ? Unit(match.Groups["lowUnit"].Value) : high is not null && low > high ? 1m : highUnit;
        var (first, last) = (Monthly(low, lowUnit, per), Monthly(high, highUnit, per));
        var bound = match.Groups["bound"].Value;
        var months = match.Groups["months"].Success ? int.Parse(match.Groups["months"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        if (months is < 12 or > 24) return false;
        pay = last is not null ? new Pay(first, last, months)
            : bound is "以上" or "起" ? new Pay(first, null, months)
            : bound is "以下" or "以内" ? new Pay(null, first, months)
            : new Pay(first, first, months);
        return pay.Low is null || pay.High is null || pay.Low <= pay.High;
    }

    static decimal Unit(string unit) => unit switch { "k" or "K" or "千" => 1000m, "万" or "w" or "W" => 10_000m, _ => 1m };

    static decimal? Number(Group group) => group.Success ? decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;

    static decimal? Monthly(decimal? number, decimal unit, decimal per) => number is { } known ? HalfUp.Round(known * unit * per, 2) : null;

    [GeneratedRegex("\\s|[¥￥]|RMB|人民币|约|左右", RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    [GeneratedRegex("^(薪资|工资|待遇|薪酬|月薪)?[:]?(面议|面谈|另议|协商|可谈)$")]
    private static partial Regex ToBeAgreed();

    [GeneratedRegex(
        "^(?<lead>年薪|月薪|日薪|时薪|薪资|工资|底薪)?[:]?(?<low>[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,7}(\\.[0-9]{1,2})?)(?<lowUnit>[kKwW千万])?元?"
        + "((-|~|至|到|—|–)(?<high>[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,7}(\\.[0-9]{1,2})?))?(?<unit>[kKwW千万])?元?(?<bound>以上|以下|以内|起)?"
        + "((/|每|一)个?(?<per>月|年|天|日|小时|时))?(?<bound>以上|以下|以内|起)?([·•・*x×,]?(?<months>[0-9]{1,2})薪)?$")]
    private static partial Regex Written();
}

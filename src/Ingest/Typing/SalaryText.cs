using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// Reads pay as job boards write it (18k-30k, 15K以上, 0.8-1.2万/月, 10-15万/年, 200元/天, 25元/小时, 面议) into yuan a month.
/// </summary>
public static partial class SalaryText
{
    // 月计薪天数 (365 - 104) / 12 = 21.75 days, 8 hours each: the official conversion of monthly into daily and hourly pay.
    const decimal PaidDays = 21.75m;
    const decimal PaidHours = 174m;

    /// <summary>False when the text is not pay; true with both bounds null when it says that pay is to be agreed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out decimal? low, out decimal? high)
    {
        (low, high) = (null, null);
        if (text.Length > 64) return false;
        var plain = Encoding.UTF8.GetString(text).Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        if (plain is "面议" or "薪资面议" or "工资面议" or "待遇面议") return true;
        if (Pay().Match(plain) is not { Success: true } pay) return false;
        var per = pay.Groups["per"].Value switch
        {
            "年" => 1 / 12m,
            "天" or "日" => PaidDays,
            "小时" or "时" => PaidHours,
            _ => 1m,
        };
        var highUnit = Unit(pay.Groups["unit"].Value);
        var lowUnit = pay.Groups["lowUnit"].Success ? Unit(pay.Groups["lowUnit"].Value) : highUnit;
        var first = Amount(pay.Groups["low"].Value, lowUnit, per);
        if (pay.Groups["high"].Success) (low, high) = (first, Amount(pay.Groups["high"].Value, highUnit, per));
        else if (pay.Groups["bound"].Value is "以上" or "起") low = first;
        else if (pay.Groups["bound"].Value is "以下") high = first;
        else (low, high) = (first, first);
        return low is null || high is null || low <= high;
    }

    static decimal Unit(string unit) => unit switch { "k" or "K" or "千" => 1000m, "万" or "w" or "W" => 10_000m, _ => 1m };

    static decimal Amount(string number, decimal unit, decimal per) =>
        HalfUp.Round(decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * unit * per, 2);

    [GeneratedRegex("^(?<low>[0-9]{1,7}(\\.[0-9]{1,2})?)(?<lowUnit>[kKwW千万])?((-|~|至|到|—)(?<high>[0-9]{1,7}(\\.[0-9]{1,2})?))?(?<unit>[kKwW千万])?元?(?<bound>以上|以下|起)?(/|每)?(?<per>月|年|天|日|小时|时)?$")]
    private static partial Regex Pay();
}

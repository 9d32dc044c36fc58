using System.Text;
using System.Text.RegularExpressions;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>A head cell: the name without white space and required mark, and the unit it carries in brackets, if any.</summary>
public sealed partial record HeadName(string Text, string? Bare, string? Unit)
{
    /// <summary>期末城镇从业人数（万人）: the name 期末城镇从业人数, the unit 万人.</summary>
    public static HeadName Parse(string cell)
    {
        var text = Normal(cell);
        var match = Bracketed().Match(text);
        return match.Success ? new HeadName(text, match.Groups["name"].Value, match.Groups["unit"].Value) : new HeadName(text, null, null);
    }

    /// <summary>Half-width forms, without white space and without the star of required columns.</summary>
    public static string Normal(string text) => White().Replace(text.Normalize(NormalizationForm.FormKC), "").Trim('*', '\uFEFF');

    /// <summary>
    /// How many of the column's unit one of the head's unit is: 万人 over a column in 人 is 10,000. Null when the two do not belong together.
    /// </summary>
    public static long? Factor(string unit, string? columnUnit)
    {
        unit = unit.StartsWith("单位:", StringComparison.Ordinal) ? unit[3..] : unit;
        if (columnUnit is not null && unit.EndsWith(columnUnit, StringComparison.Ordinal)) unit = unit[..^columnUnit.Length];
        else if (columnUnit is null && unit.Length > 0 && unit is not ("百" or "千" or "万" or "亿")) return null;
        return unit switch { "" => 1, "百" => 100, "千" => 1_000, "万" => 10_000, "十万" => 100_000, "百万" => 1_000_000, "亿" => 100_000_000, _ => null };
    }

    /// <summary>The text is nothing but a unit, with or without brackets: 万人, (元).</summary>
    public static bool IsUnit(string text) => UnitAlone().IsMatch(Normal(text));

    [GeneratedRegex("^[(\\[【]?(十|百|千|万|百万|亿)?(人|元|个|户|家|%|岁|次|件|份)[)\\]】]?$")]
    private static partial Regex UnitAlone();

    [GeneratedRegex("\\s+")]
    private static partial Regex White();

    [GeneratedRegex("^(?<name>.+?)[(\\[【](?<unit>[^()\\[\\]【】]+)[)\\]】]$")]
    private static partial Regex Bracketed();
}

using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>Names of all codes that observations bear, in one language.</summary>
sealed class Names(ReleaseSnapshot release, RequestLanguage language)
{
    readonly Texts texts = Texts.In(language);
    readonly Dictionary<string, ReleasedIndicator> indicators = release.Indicators.ToDictionary(x => x.Code, StringComparer.Ordinal);

    public string Dimension(string code) => texts["sdmx." + code];

    public string Indicator(string code) => indicators.TryGetValue(code, out var found) ? language.Of(found.Header.Name) : code;

    public string Variant(string indicator, string variant) => variant.Length == 0
        ? texts["variant.main"]
        : indicators.GetValueOrDefault(indicator)?.Header.Variants.FirstOrDefault(v => v.Id == variant) is { } found ? language.Of(found.Name) : variant;

    /// <summary>A variant's name whatever the indicator; the code lists of SDMX and JSON-stat have one list for all.</summary>
    public string Variant(string variant) =>
        Variant(indicators.Values.FirstOrDefault(x => x.Header.Variants.Any(v => v.Id == variant))?.Code ?? "", variant);

    public string Area(int code) => release.Areas.GetValueOrDefault(code)?.Name ?? code.ToString("000000", CultureInfo.InvariantCulture);

    public string Breakdown(string dimension) => dimension.Length == 0 ? "" : texts.Or("dimension." + dimension, dimension);

    public string Member(string indicator, string dimension, string member) => dimension.Length == 0
        ? ""
        : indicators.GetValueOrDefault(indicator)?.Header.Member(dimension, member, language) ?? member;

    /// <summary>职业大类：办事人员; 合计 for the total.</summary>
    public string Group(string dimension, string member)
    {
        if (dimension.Length == 0) return texts["group.total"];
        var named = indicators.Values.FirstOrDefault(x => x.Header.Members.GetValueOrDefault(dimension)?.ContainsKey(member) == true);
        return $"{Breakdown(dimension)}{language.Of("：", ": ")}{(named is null ? member : named.Header.Member(dimension, member, language))}";
    }

    public string Frequency(Frequency frequency) => texts["frequency." + frequency];

    public string Status(ObservationStatus status) => texts["observation." + status];

    public string Period(string period) => FigureText.Of(Warehouse.Calendar.Period.Parse(period), language);

    /// <summary>Codes first, names after them, as the caller wants them.</summary>
    public static string Shown(string code, string name, LabelChoice labels) => labels switch
    {
        LabelChoice.Name when name.Length > 0 => name,
        LabelChoice.Both when name.Length > 0 => $"{code}: {name}",
        _ => code,
    };

    public ObservationNames Of(ObservationView x) => new(
        Indicator(x.Indicator), Variant(x.Indicator, x.Variant), Area(x.AreaCode), Period(x.Period), Frequency(x.Frequency),
        Breakdown(x.Breakdown), Member(x.Indicator, x.Breakdown, x.Member), Status(x.Status));
}

/// <summary>The names of one observation's codes.</summary>
public sealed record ObservationNames(
    string Indicator, string Variant, string Area, string Period, string Frequency, string Breakdown, string Member, string Status);

using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>One dimension of the cube with the codes that occur, in the order in which rows come.</summary>
sealed record CubeDimension(string Id, IReadOnlyList<string> Codes, Func<ObservationView, string> CodeOf, Func<string, string> NameOf)
{
    readonly Dictionary<string, int> places = Codes.Select((code, i) => (code, i)).ToDictionary(x => x.code, x => x.i, StringComparer.Ordinal);

    public int Place(ObservationView row) => places[CodeOf(row)];
}

/// <summary>
/// The rows as a cube, for SDMX and JSON-stat. Its dimensions and codes are ordered as the rows are, so that walking the cube row by row
/// gives the rows in their order. The codes are found in a first walk over the rows; the cells are never held.
/// </summary>
sealed class Cube
{
    public const string Main = "main";
    public const string Total = "_T";
    readonly Names names;

    public Cube(ObservationSet set)
    {
        names = new Names(set.Release, set.Language);
        var (indicators, areas, variants, groups, frequencies, periods) =
            (new HashSet<string>(), new HashSet<int>(), new HashSet<string>(), new HashSet<(string Dimension, string Member)>(), new HashSet<Frequency>(), new HashSet<string>());
        foreach (var x in set.Rows)
        {
            indicators.Add(x.Indicator);
            areas.Add(x.AreaCode);
            variants.Add(x.Variant);
            groups.Add((x.Breakdown, x.Member));
            frequencies.Add(x.Frequency);
            periods.Add(x.Period);
        }
        Dimensions =
        [
            new("INDICATOR", set.Indicators.Where(indicators.Contains).ToList(), x => x.Indicator, names.Indicator),
            new("REF_AREA", set.Areas.Where(areas.Contains).Select(AreaCode).ToList(), x => AreaCode(x.AreaCode), code => names.Area(int.Parse(code, CultureInfo.InvariantCulture))),
            new("VARIANT", variants.Order(StringComparer.Ordinal).Select(VariantCode).ToList(), x => VariantCode(x.Variant), code => names.Variant(code == Main ? "" : code)),
            new("GROUP", groups.OrderBy(x => x.Dimension, StringComparer.Ordinal).ThenBy(x => x.Member, StringComparer.Ordinal).Select(x => GroupCode(x.Dimension, x.Member)).ToList(),
                x => GroupCode(x.Breakdown, x.Member), code => GroupName(code)),
            // The rows lie in the order of the frequencies' names, then of time.
            new("FREQ", frequencies.OrderBy(x => x.ToString(), StringComparer.Ordinal).Select(FrequencyCode).ToList(), x => FrequencyCode(x.Frequency), code => names.Frequency(FrequencyOf(code))),
            new("TIME_PERIOD", periods.Select(Period.Parse).OrderBy(x => x.Last).ThenBy(x => x.Frequency).Select(x => x.ToString()).ToList(), x => x.Period, names.Period),
        ];
    }

    /// <summary>Indicator, area, variant, group, frequency, time.</summary>
    public IReadOnlyList<CubeDimension> Dimensions { get; }

    public Names Names => names;

    public static string AreaCode(int code) => code.ToString(CultureInfo.InvariantCulture);

    public static string VariantCode(string variant) => variant.Length == 0 ? Main : variant;

    /// <summary>occupation-4; <c>_T</c> for the total. Codes of SDMX hold letters, digits, _ and - alone.</summary>
    public static string GroupCode(string dimension, string member) => dimension.Length == 0
        ? Total
        : $"{dimension}-{string.Concat(member.Select(x => char.IsAsciiLetterOrDigit(x) || x is '_' or '-' ? x.ToString() : $"${(int)x:x4}"))}";

    /// <summary>SDMX's codes; the year so far, twelve months up to one and the report month have none there.</summary>
    public static string FrequencyCode(Frequency frequency) => frequency switch
    {
        Frequency.Month => "M",
        Frequency.Quarter => "Q",
        Frequency.HalfYear => "S",
        Frequency.Year => "A",
        Frequency.YearToDate => "YTD",
        Frequency.Rolling12 => "R12",
        _ => "RM",
    };

    public static Frequency FrequencyOf(string code) => Enum.GetValues<Frequency>().First(frequency => FrequencyCode(frequency) == code);

    string GroupName(string code) => code == Total
        ? names.Group("", "")
        : names.Group(code[..code.IndexOf('-', StringComparison.Ordinal)], code[(code.IndexOf('-', StringComparison.Ordinal) + 1)..]);
}

using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>An attribute of each observation.</summary>
sealed record SdmxAttribute(string Id, bool Number, Func<ObservationView, string?> Of);

/// <summary>What all SDMX formats and the structure answers have in common: names, attributes, periods and status codes.</summary>
static class Sdmx
{
    public const string Agency = "DCA";
    public const string Dataflow = "INDICATORS";
    public const string Structure = "DSD_INDICATORS";
    public const string Version = "1.0";
    public const string Urn = "urn:sdmx:org.sdmx.infomodel";
    public const string DataflowUrn = Urn + ".datastructure.Dataflow=DCA:INDICATORS(1.0)";

    public static readonly IReadOnlyList<SdmxAttribute> Attributes =
    [
        new("OBS_STATUS", false, x => Status(x.Status)),
        new("UNIT_MEASURE", false, x => x.Unit),
        new("DECIMALS", true, x => x.Decimals.ToString(CultureInfo.InvariantCulture)),
        new("CONF_LOW", true, x => Number(x.Low)),
        new("CONF_HIGH", true, x => Number(x.High)),
        new("NUMERATOR", true, x => x.Numerator?.ToString(CultureInfo.InvariantCulture)),
        new("DENOMINATOR", true, x => x.Denominator?.ToString(CultureInfo.InvariantCulture)),
        new("INDICATOR_VERSION", true, x => x.IndicatorVersion.ToString(CultureInfo.InvariantCulture)),
        new("OBS_NOTE", false, x => x.Note),
        new("KNOWN_FROM", false, x => TableColumns.Instant(x.KnownFrom)),
    ];

    public static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Codes of the cross-domain list CL_OBS_STATUS.</summary>
    public static string Status(ObservationStatus status) => status switch
    {
        ObservationStatus.Normal => "A",
        ObservationStatus.Provisional => "P",
        ObservationStatus.Estimated => "E",
        ObservationStatus.NotApplicable => "M",
        ObservationStatus.Suppressed => "Q",
        ObservationStatus.Break => "B",
        _ => "O",
    };

    public static ObservationStatus StatusOf(string code) => Enum.GetValues<ObservationStatus>().First(status => Status(status) == code);

    /// <summary>The standard's own forms; a year so far, twelve months up to one and a report month are time ranges, since the standard has no form for them.</summary>
    public static string Time(string period) => Time(Period.Parse(period));

    public static string Time(Period period) => period.Frequency is Frequency.YearToDate or Frequency.Rolling12 or Frequency.ReportMonth
        ? string.Create(CultureInfo.InvariantCulture, $"{period.Start:yyyy-MM-dd}/P{period.Months}M")
        : period.ToString();
}

using System.Globalization;
using System.Text;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Models.Training;

/// <summary>
/// The fact table that the forecast model writes, as a file of the source <c>model_forecast</c>: one row for every step of every series of a city or province,
/// with what labels it. The nation has no place in a source and is left to <c>dca forecast</c>.
/// </summary>
public static class ForecastTable
{
    public const string File = "forecasts.csv";

    /// <summary>The source that takes the file.</summary>
    public const string Source = "model_forecast";

    const string Head = "area,series,target_month,made_from,value,low,high,model,model_version,model_number,trained_from,trained_to,data_hash,error_hundredths,updated_at";

    static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    public static void Write(string file, KeptModel kept, IReadOnlyList<TimeSeries> panel, IReadOnlyList<SeriesForecast> forecasts, IReadOnlyList<TargetOutlook> targets)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(targets);
        var text = new StringBuilder(Head).Append('\n');
        foreach (var (series, forecast) in panel.Zip(forecasts).Where(pair => pair.Second.Stamp is not null))
        {
            var (area, last) = (int.Parse(series.Name.AsSpan(series.Group.Length + 1), CultureInfo.InvariantCulture), Month.Parse(series.Periods[^1]));
            foreach (var point in forecast.Points) Row(text, area, series.Group, last + point.Step, last, point.Value, point.Low, point.High, forecast, kept);
        }
        foreach (var target in targets.Where(target => target.Probability is not null))
            if (forecasts.FirstOrDefault(forecast => forecast.Judged.Series == $"new_urban_jobs {target.Area}") is { Stamp: not null } forecast)
                Row(text, target.Area, "target_probability", new Month(target.Year, 12), Month.Parse(target.By), 1000 * target.Probability!.Value, null, null, forecast, kept);
        System.IO.File.WriteAllText(file, text.ToString());
    }

    static void Row(
        StringBuilder text, int area, string series, Month target, Month made, double value, double? low, double? high, SeriesForecast forecast, KeptModel kept)
    {
        if (area == Area.Nation) return;
        var stamp = forecast.Stamp!;
        text.Append(CultureInfo.InvariantCulture, $"{area},{series},{target},{made},{Whole(value)},{(low is { } l ? Whole(l) : null)},{(high is { } h ? Whole(h) : null)},");
        text.Append(CultureInfo.InvariantCulture, $"{stamp.Model},{stamp.Version},{kept.Number},{stamp.TrainedFrom},{stamp.TrainedTo},{stamp.InputHash},{Whole(100 * forecast.Judged.UsedRatio)},");
        text.Append(CultureInfo.InvariantCulture, $"{kept.TrainedAt + ShanghaiOffset:yyyy-MM-dd HH:mm:ss}\n");
    }

    static long Whole(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);
}

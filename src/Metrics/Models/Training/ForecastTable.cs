using System.Globalization;
using System.Text;
using DemoCityAnalytics.Metrics.Models.Forecasts;

namespace DemoCityAnalytics.Metrics.Models.Training;

/// <summary>The fact table that the forecast model writes: one row for every step of every series, with the stamp of what made it.</summary>
public static class ForecastTable
{
    public const string File = "forecasts.csv";

    const string Head = "series,area,as_of,step,month,value,low,high,model,version,trained_from,trained_to,data_hash,error";

    public static void Write(string file, IReadOnlyList<TimeSeries> panel, IReadOnlyList<SeriesForecast> forecasts, IReadOnlyList<TargetOutlook> targets)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(targets);
        var text = new StringBuilder(Head).Append('\n');
        foreach (var (series, forecast) in panel.Zip(forecasts).Where(pair => pair.Second.Stamp is not null))
        {
            var (area, last) = (series.Name[(series.Group.Length + 1)..], Warehouse.Calendar.Month.Parse(series.Periods[^1]));
            foreach (var point in forecast.Points)
                Row(text, series.Group, area, last.ToString(), point.Step, (last + point.Step).ToString(), point.Value, point.Low, point.High, forecast.Stamp!);
        }
        foreach (var target in targets.Where(target => target.Probability is not null))
            if (forecasts.FirstOrDefault(forecast => forecast.Judged.Series == $"new_urban_jobs {target.Area}")?.Stamp is { } stamp)
                Row(text, "target_probability", target.Area.ToString(CultureInfo.InvariantCulture), target.By, 0, $"{target.Year}-12", 100 * target.Probability!.Value, null, null, stamp);
        System.IO.File.WriteAllText(file, text.ToString());
    }

    static void Row(StringBuilder text, string series, string area, string asOf, int step, string month, double value, double? low, double? high, ModelStamp stamp) =>
        text.Append(CultureInfo.InvariantCulture, $"{series},{area},{asOf},{step},{month},{value:0.00},{low:0.00},{high:0.00},{stamp.Model},{stamp.Version},{stamp.TrainedFrom},{stamp.TrainedTo},{stamp.InputHash},\"{stamp.Error}\"\n");
}

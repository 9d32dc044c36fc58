using System.Globalization;
using DemoCityAnalytics.Metrics.Models.Coding;
using DemoCityAnalytics.Metrics.Models.Duplicates;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Screening;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Models.Training;

/// <summary>What came of one training: a model to keep, or the reason why there is none.</summary>
/// <param name="Stamp">Which model, from what, and how wrong where it was judged; null when there is none.</param>
/// <param name="Rows">Examples or series that it was trained on.</param>
/// <param name="Write">Writes the files of the model, which is then kept under its number, into a folder.</param>
public sealed record Training(string Model, ModelStamp? Stamp, int Rows, BilingualText Status, Action<KeptModel, string>? Write);

/// <summary>
/// Trains every model that learns. Each says why when its data is missing or bad; none is then made, and the one in use stays. Seeded, on one thread:
/// the same data gives the same model.
/// </summary>
public sealed class ModelTraining(WarehouseDatabase warehouse)
{
    public const string PostingText = "posting-text";
    public const string Industry = "industry";
    public const string Forecast = "forecast";

    public static IReadOnlyList<string> Names { get; } = [PostingText, Industry, Forecast];

    const int Horizon = 12;
    const int Folds = 5;

    public Training Run(string model, CancellationToken cancel) => model switch
    {
        PostingText => TrainPostingText(ScreeningModel.Examples()),
        Industry => TrainIndustry(),
        Forecast => TrainForecast(cancel),
        _ => throw new ArgumentException($"There is no model '{model}'; there are {string.Join(", ", Names)}.", nameof(model)),
    };

    /// <summary>Judged fold by fold on sentences kept back, then trained on all.</summary>
    public static Training TrainPostingText(IReadOnlyList<LabelledText> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Select(example => (example.Label, ScreeningModel.FoldOf(example))).Distinct().Count() < Folds * 2)
            return None(PostingText, $"只有{examples.Count}个例句，{Folds}份中每份至少要有两类例句", $"{examples.Count} sentences; expected sentences of at least two labels in each of {Folds} folds");
        var verdicts = Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            using var judged = new ScreeningModel(TextClassifier.Train([.. examples.Where(example => ScreeningModel.FoldOf(example) != fold)]));
            return examples.Where(example => ScreeningModel.FoldOf(example) == fold).Select(example => (example.Label, Found: judged.Judge(example.Text))).ToList();
        }).ToList();
        var flagged = new Accuracy(verdicts.Count(x => x.Found is not null && x.Label != "none"), verdicts.Count(x => x.Found is not null));
        var found = new Accuracy(flagged.Right, verdicts.Count(x => x.Label != "none"));
        return Made(PostingText, ScreeningModel.Version, "", "", examples.Select(example => $"{example.Label} {example.Text}"),
            $"五份轮流留出的例句：精确率{flagged.Chinese}，召回率{found.Chinese}", $"sentences kept back, five folds: precision {flagged}, recall {found}",
            examples.Count, (_, folder) => Save(TextClassifier.Train(examples), folder));
    }

    Training TrainIndustry()
    {
        using var connection = warehouse.Connect();
        if (!Holds(connection, "employers")) return None(Industry, "数据仓库中没有用人单位", "the warehouse holds no employers");
        var register = connection.Query("SELECT name, industry FROM stg.employers WHERE superseded_by IS NULL ORDER BY name, industry", row => (row.GetString(0), row.TextOrNull(1)));
        var examples = IndustryCoder.Examples(register);
        if (examples.Count < IndustryCoder.FewestEmployers || examples.Select(example => example.Label).Distinct(StringComparer.Ordinal).Count() < 2)
            return None(Industry, $"{examples.Count}家用人单位填有国民经济行业大类，至少要有{IndustryCoder.FewestEmployers}家、两个大类", $"{examples.Count} employers state a division of GB/T 4754; expected at least {IndustryCoder.FewestEmployers}, of two divisions or more");
        var review = IndustryReview.Of(register, []);
        return Made(Industry, IndustryCoder.Version, "", "", examples.Select(example => $"{example.Label} {example.Text}"),
            $"留出的用人单位：{review.HeldOut.Chinese}；一律取最多的大类：{review.Baseline.Chinese}", $"employers kept back: {review.HeldOut}; always the most frequent: {review.Baseline}",
            examples.Count, (_, folder) => Save(TextClassifier.Train(examples), folder));
    }

    Training TrainForecast(CancellationToken cancel)
    {
        if (new ReleaseStore(warehouse.ReleaseFolder).Current() is not { } release) return None(Forecast, "尚无发布版", "there is no release yet");
        var panel = FigureSeries.OfRelease(release.File, cancel);
        if (!panel.Any(series => series.Status == SeriesStatus.Usable))
            return None(Forecast, $"{panel.Count}条序列都不能预测，需要连续32个月的数值", $"none of {panel.Count} series can be forecast ({string.Join(", ", panel.GroupBy(series => series.Status).Select(group => $"{group.Count()} {group.Key}"))}); expected 32 months without a gap");
        var forecasts = Forecaster.Run(panel, Horizon, cancel);
        var table = new BacktestTable([.. forecasts.Select(forecast => forecast.Judged)], Horizon);
        var periods = panel.SelectMany(series => series.Periods).Order(StringComparer.Ordinal).ToList();
        return Made(Forecast, Forecaster.Version, periods[0], periods[^1], panel.SelectMany(series => series.Values.Select((value, t) => FormattableString.Invariant($"{series.Name} {series.Periods[t]} {value:R}"))),
            string.Create(CultureInfo.InvariantCulture, $"留出检验：{table.Judged}条序列中{table.Improved}条优于季节性朴素法，误差比的中位数{table.MedianRatio:0.000}，90%区间的实际覆盖率{100 * table.Coverage:0.0}%"),
            string.Create(CultureInfo.InvariantCulture, $"held-out origins: {table.Improved} of {table.Judged} series better than seasonal naive, median error ratio {table.MedianRatio:0.000}, {100 * table.Coverage:0.0} % inside the 90 % band"),
            forecasts.Count(forecast => forecast.Points.Count > 0),
            (kept, folder) => ForecastTable.Write(Path.Combine(folder, ForecastTable.File), kept, panel, forecasts, TargetOutlook.Of(panel, forecasts, release.Targets)));
    }

    static Training Made(
        string model, string version, string from, string to, IEnumerable<string> data, string errorZh, string errorEn, int rows, Action<KeptModel, string> write) =>
        new(model, new(model, version, from, to, ModelStamp.Hash(data), new() { Zh = errorZh, En = errorEn }), rows, new() { Zh = "训练完成", En = "trained" }, write);

    static Training None(string model, string whyZh, string why) => new(model, null, 0, new() { Zh = $"没有得出模型：{whyZh}", En = $"no model: {why}" }, null);

    static void Save(TextClassifier classifier, string folder)
    {
        using (classifier) classifier.Save(Path.Combine(folder, "model.zip"));
    }

    static bool Holds(DuckDB.NET.Data.DuckDBConnection connection, string source) =>
        connection.Count("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'stg' AND table_name = $source", ("source", source)) > 0;
}

using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>
/// One set of gradient-boosted trees for all series of a panel: learns from lags by how much the seasonal naive forecast will be off.
/// Single-threaded and seeded, so that it repeats bit for bit.
/// </summary>
public sealed class BoostedTrees : ICandidate
{
    const int MostRows = 60_000;
    const int FewestRows = 200;
    const int Seed = 20170714;

    public string Name => "boosted trees";
    public string Source => "Friedman: Greedy function approximation, Annals of Statistics 29 (2001); Microsoft.ML FastTree";

    public IReadOnlyList<double[]?> Forecast(IReadOnlyList<TimeSeries> panel, int held, int horizon)
    {
        ArgumentNullException.ThrowIfNull(panel);
        using var trees = Train(panel, held, horizon);
        return Predicted(trees, panel, held, horizon);
    }

    /// <summary>Trains anew once a quarter of a season: in between, trees that know less than they might are used, never more.</summary>
    public IEnumerable<IReadOnlyList<double[]?>> Rolling(IReadOnlyList<TimeSeries> panel, int origins, int horizon)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var every = panel.Count == 0 ? 1 : Math.Max(1, panel[0].Season / 4);
        Trees? trees = null;
        for (var i = 0; i < origins; i++)
        {
            if (i % every == 0)
            {
                trees?.Dispose();
                trees = Train(panel, origins - i, horizon);
            }
            yield return Predicted(trees, panel, origins - i, horizon);
        }
        trees?.Dispose();
    }

    /// <summary>Trees that know what was known with so many values held back; null when that is too little.</summary>
    static Trees? Train(IReadOnlyList<TimeSeries> panel, int held, int horizon)
    {
        var rows = panel.Where(series => series.Values.Count > held).SelectMany(series => Rows(series.History(held), series.Season, horizon)).ToList();
        if (rows.Count < FewestRows) return null;
        var every = rows.Count / MostRows + 1;
        if (every > 1) rows = [.. rows.Where((_, at) => at % every == 0)];
        var context = new MLContext(seed: Seed);
        var model = context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            NumberOfTrees = 80,
            NumberOfLeaves = 12,
            MinimumExampleCountPerLeaf = 20,
            LearningRate = 0.1,
            NumberOfThreads = 1,
            Seed = Seed,
        }).Fit(context.Data.LoadFromEnumerable(rows));
        return new Trees(context.Model.CreatePredictionEngine<LagRow, Correction>(model));
    }

    static IReadOnlyList<double[]?> Predicted(Trees? trees, IReadOnlyList<TimeSeries> panel, int held, int horizon) => trees is null
        ? new double[]?[panel.Count]
        : [.. panel.Select(series => series.Values.Count > held ? Predicted(trees.Engine, series.History(held), series.Season, horizon) : null)];

    static double[]? Predicted(PredictionEngine<LagRow, Correction> predictor, double[] history, int season, int horizon)
    {
        if (history.Length < season + 4) return null;
        var scale = Scale(history, history.Length, season);
        var forecast = new double[horizon];
        for (var h = 1; h <= horizon; h++)
            forecast[h - 1] = YearBefore(history, history.Length, h, season) + scale * predictor.Predict(Row(history, history.Length, h, season, scale)).Score;
        return forecast;
    }

    static IEnumerable<LagRow> Rows(double[] history, int season, int horizon)
    {
        for (var end = season + 4; end < history.Length; end++)
        {
            var scale = Scale(history, end, season);
            for (var h = 1; h <= horizon && end + h <= history.Length; h++)
            {
                var row = Row(history, end, h, season, scale);
                row.Label = (float)((history[end + h - 1] - YearBefore(history, end, h, season)) / scale);
                yield return row;
            }
        }
    }

    /// <param name="end">How many values are known.</param>
    static LagRow Row(double[] history, int end, int h, int season, double scale)
    {
        double Change(int back) => (history[end - back] - history[end - back - season]) / scale;
        var level = 0.0;
        for (var i = end - season; i < end; i++) level += history[i] / season;
        return new LagRow
        {
            Features =
            [
                (float)Change(1), (float)Change(2), (float)Change(3), (float)((Change(1) + Change(2) + Change(3) + Change(4)) / 4),
                (float)((history[end - 1] - history[end - 2]) / scale), (float)((history[end - 1] - level) / scale),
                (float)((YearBefore(history, end, h, season) - level) / scale), h, (end + h - 1) % season,
            ],
        };
    }

    static double YearBefore(double[] history, int end, int h, int season) => history[end - season + (h - 1) % season];

    /// <summary>Mean absolute change against a year before: what makes series of all sizes comparable.</summary>
    static double Scale(double[] history, int end, int season)
    {
        var sum = 0.0;
        for (var i = season; i < end; i++) sum += Math.Abs(history[i] - history[i - season]);
        return Math.Max(sum / (end - season), 1e-9);
    }

    sealed record Trees(PredictionEngine<LagRow, Correction> Engine) : IDisposable
    {
        public void Dispose() => Engine.Dispose();
    }

    sealed class LagRow
    {
        [VectorType(9)] public float[] Features { get; set; } = [];
        public float Label { get; set; }
    }

    sealed class Correction
    {
        public float Score { get; set; }
    }
}

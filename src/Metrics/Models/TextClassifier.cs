using DemoCityAnalytics.Metrics.Models.Duplicates;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace DemoCityAnalytics.Metrics.Models;

/// <summary>A text with its label.</summary>
public sealed record LabelledText(string Text, string Label);

/// <summary>A label and how likely it is.</summary>
public sealed record LikelyLabel(string Label, double Probability);

/// <summary>
/// A linear classifier over runs of one to three characters (maximum entropy, Microsoft.ML). Trained on one thread with a fixed seed, so that the same
/// rows give the same model.
/// </summary>
public sealed class TextClassifier : IDisposable
{
    const int Seed = 20170714;
    const int Width = 1 << 15;

    readonly MLContext context;
    readonly ITransformer model;
    readonly DataViewSchema schema;
    readonly PredictionEngine<Row, Scored> engine;
    readonly string[] labels;

    TextClassifier(MLContext context, ITransformer model, DataViewSchema schema)
    {
        (this.context, this.model, this.schema) = (context, model, schema);
        engine = context.Model.CreatePredictionEngine<Row, Scored>(model);
        VBuffer<ReadOnlyMemory<char>> names = default;
        engine.OutputSchema["Score"].GetSlotNames(ref names);
        labels = [.. names.DenseValues().Select(name => name.ToString())];
    }

    /// <exception cref="InvalidDataException">There are no rows, or only one label.</exception>
    public static TextClassifier Train(IReadOnlyList<LabelledText> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Count() < 2)
            throw new InvalidDataException($"{rows.Count} rows with fewer than two labels; a classifier needs examples of at least two.");
        var context = new MLContext(seed: Seed);
        var view = context.Data.LoadFromEnumerable(rows.Select(row => new Row { Features = Features(row.Text), Label = row.Label }).ToList());
        var pipeline = context.Transforms.Conversion.MapValueToKey("Key", nameof(Row.Label), keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = "Key",
                FeatureColumnName = nameof(Row.Features),
                NumberOfThreads = 1,
                Shuffle = true,
                MaximumNumberOfIterations = 40,
                L2Regularization = 1e-4f,
            }));
        return new(context, pipeline.Fit(view), view.Schema);
    }

    /// <exception cref="FormatException">The file is not a saved model.</exception>
    public static TextClassifier Open(string file)
    {
        var context = new MLContext(seed: Seed);
        return new(context, context.Model.Load(file, out var schema), schema);
    }

    public void Save(string file) => context.Model.Save(model, schema, file);

    /// <summary>The likeliest labels, the first one first.</summary>
    public IReadOnlyList<LikelyLabel> Top(string text, int most)
    {
        var score = engine.Predict(new Row { Features = Features(text) }).Score;
        return [.. score.Select((probability, at) => new LikelyLabel(labels[at], probability)).OrderByDescending(x => x.Probability).ThenBy(x => x.Label, StringComparer.Ordinal).Take(most)];
    }

    public void Dispose() => engine.Dispose();

    /// <summary>Which runs of characters stand in a text, hashed; each once, and together of length one.</summary>
    static VBuffer<float> Features(string text)
    {
        var plain = Shingles.Plain(text);
        var places = new SortedSet<int>();
        for (var length = 1; length <= 3; length++)
            for (var start = 0; start + length <= plain.Length; start++)
                places.Add((int)(Shingles.Hash(plain.AsSpan(start, length)) % Width));
        var weight = places.Count == 0 ? 0 : (float)(1 / Math.Sqrt(places.Count));
        return new VBuffer<float>(Width, places.Count, [.. Enumerable.Repeat(weight, places.Count)], [.. places]);
    }

    sealed class Row
    {
        [VectorType(Width)] public VBuffer<float> Features { get; set; }
        public string Label { get; set; } = "";
    }

    sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}

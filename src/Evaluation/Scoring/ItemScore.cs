using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Scoring;

/// <summary>Whether an item could be scored by its rule.</summary>
public enum ScoreStatus
{
    Scored,

    /// <summary>A number the rule needs is missing; the item brings no points and is listed as missing, not as failed.</summary>
    Missing,

    /// <summary>A veto (一票否决) fell: the whole result fails, whatever the points.</summary>
    Vetoed,

    /// <summary>Waits for an expert (evidence item).</summary>
    Expert,
}

/// <summary>Points of one item and the sentence that says why.</summary>
/// <param name="Points">Null while missing or waiting for an expert.</param>
public sealed record ItemScore(decimal? Points, ScoreStatus Status, BilingualText Reason)
{
    public static ItemScore Of(decimal points, string zh, string en) => new(points, ScoreStatus.Scored, new()
    {
        Zh = $"{zh}，得{Text(points)}分",
        En = $"{en}: {Text(points)} {(points == 1 ? "point" : "points")}",
    });

    public static ItemScore Missing(string zh, string en) => new(null, ScoreStatus.Missing, new() { Zh = $"缺数：{zh}", En = $"Missing: {en}" });

    public static ItemScore Veto(string zh, string en) => new(0, ScoreStatus.Vetoed, new() { Zh = $"{zh}，一票否决", En = $"{en}: veto" });

    public static string Text(decimal points) => points.ToString("0.##", PrintedNumber.Format);
}

using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Supervision;

/// <summary>A figure of a designated city that has stayed worse than at designation (P06).</summary>
public sealed record DeclineAlert(int City, string Item, decimal Baseline, IReadOnlyList<(Period Period, decimal Value)> Run, string Sentence);

/// <summary>Compares the figures after designation with those of the freeze.</summary>
public static class DeclineAlerts
{
    /// <param name="frozen">What the city was designated on.</param>
    /// <param name="rules">The round's rule set.</param>
    /// <param name="later">Figures since.</param>
    /// <param name="city">A designated city.</param>
    /// <param name="until">The latest month to look at.</param>
    /// <param name="limitPercent">A decline of more than this counts; exactly this much does not.</param>
    /// <param name="periods">Periods in a row, ending with the latest, that it must last. A missing period ends the run.</param>
    public static IReadOnlyList<DeclineAlert> Of(FrozenFigures frozen, RuleSet rules, IFigures later, int city, Month until, decimal limitPercent, int periods)
    {
        var alerts = new List<DeclineAlert>();
        foreach (var item in rules.Items.Where(item => item.Better is Direction.Higher or Direction.Lower && item.Comparison is Comparison.AtLeast or Comparison.AtMost))
        {
            if (frozen.Find(city, item.Id) is not { Value: { } baseline, Figure: { } text } figure) continue;
            var id = FigureId.Parse(text);
            var run = new List<(Period, decimal)>();
            for (var month = until; month > id.Period.Last; month -= 1)
            {
                if (Period.EndingIn(month, id.Period.Frequency) is not { } period) continue;
                if (later.Find(id with { Period = period })?.Value is not { } value || !Worse(item.Better, baseline, value, limitPercent)) break;
                run.Insert(0, (period, value));
            }
            if (run.Count < periods) continue;
            var show = figure.Input(item);
            alerts.Add(new DeclineAlert(city, item.Id, baseline, run,
                $"{item.Indicator}认定时{show.Show(baseline)}，{run[0].Item1}以来连续{run.Count}期劣于认定时{ItemScore.Text(limitPercent)}%以上，最近一期{show.Show(run[^1].Item2)}"));
        }
        return alerts;
    }

    static bool Worse(Direction better, decimal baseline, decimal value, decimal limitPercent) =>
        (better == Direction.Lower ? value - baseline : baseline - value) * 100m > limitPercent * Math.Abs(baseline);
}

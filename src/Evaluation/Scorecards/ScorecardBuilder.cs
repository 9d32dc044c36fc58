using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Scorecards;

/// <summary>Holds a city's figures of one release against a rule set.</summary>
public sealed class ScorecardBuilder(RuleSet rules)
{
    /// <param name="release">The release that is read.</param>
    /// <param name="city">A city with figures in the release.</param>
    /// <param name="month">The month that is judged; its year's targets apply.</param>
    /// <param name="asOf">Answers as they stood at this moment (UTC); the latest when left out.</param>
    public Scorecard Build(ReleaseSnapshot release, Area city, Month month, DateTime? asOf = null)
    {
        var peers = PeerGroups.BuiltIn.Peers(city, release.Cities);
        var standards = rules.Standards.Select(standard => new ScorecardStandard(
            standard.Number, standard.Name,
            standard.Items.Select(item => Row(release, city, peers, item, month, asOf)).OfType<ScorecardRow>().ToList())).ToList();
        var period = Period.EndingIn(month, Frequency.YearToDate)!.Value;
        return new Scorecard
        {
            City = city,
            Province = city.ParentCode is { } parent ? release.Areas.GetValueOrDefault(parent) : null,
            Period = period,
            Release = release.Manifest,
            AsOf = asOf,
            Rules = rules,
            Standards = standards,
            PeerRule = PeerGroups.BuiltIn.Why(city, peers.Count),
            Headline = Headline.Of(city, period, standards.SelectMany(standard => standard.Rows).ToList(), release.Manifest.Synthetic),
            Checksum = Checksum(standards),
        };
    }

    ScorecardRow? Row(ReleaseSnapshot release, Area city, IReadOnlyList<Area> peers, RuleSetItem item, Month month, DateTime? asOf)
    {
        if (release.FindIndicator(item.Indicator) is not { } indicator) return null;

        var (after, series) = (rules.ReadsAfter(item, month), release.Series(indicator.Code, city.Code, item.Frequency, item.Variant, asOf));
        var actual = series.LastOrDefault(x => x.Id.Period.Last > after && x.Id.Period.Last <= month);
        var (target, origin, baseline) = Target(release, city.Code, item, (actual?.Id.Period.Last ?? month).Year);
        var before = baseline ?? (actual is null ? null : release.YearBefore(actual.Id, asOf)?.Value);
        var peersWith = actual is null ? new PeerComparison(null, 0, null) : Peers.Compare(release, indicator.Header, actual, peers, asOf);
        var judgement = Judgement.Of(item, indicator.Header, actual, target, rules.NearPercent);
        var score = Score(item, indicator.Header, actual, target, before, peersWith.Median);
        return new ScorecardRow
        {
            Item = item,
            Indicator = indicator,
            Actual = actual,
            Target = target,
            TargetOrigin = origin,
            CompletionPercent = judgement.CompletionPercent,
            TimeProgressPercent = judgement.TimeProgressPercent,
            Before = before,
            Peers = peersWith,
            Score = score,
            Verdict = judgement.Verdict,
            // Without a target a figure may still be scored against the time before or the same-type cities.
            Reason = judgement.Verdict == Verdict.NotJudged && score is not null ? score.Reason : judgement.Reason,
        };
    }

    /// <summary>The points that the item would bring if this were frozen.</summary>
    static ItemScore? Score(RuleSetItem item, IndicatorHeader header, Observation? actual, decimal? target, decimal? before, decimal? sameType)
    {
        var (unit, decimals) = ReleaseFigures.Shape(header, item.Variant);
        return item.Score?.Function.Score(new FrozenFigure
        {
            City = actual?.Id.AreaCode ?? 0,
            Item = item.Id,
            Value = actual?.Value,
            Note = actual?.Note,
            Unit = unit,
            Decimals = decimals,
            Target = target,
            Before = before,
            SameType = sameType,
            Months = actual is { Id.Period.Last.MonthOfYear: var months } && item.Comparison == Comparison.ProRata ? months : 12,
        }.Input(item));
    }

    static (decimal? Target, TargetOrigin Origin, decimal? Baseline) Target(ReleaseSnapshot release, int cityCode, RuleSetItem item, int year)
    {
        var plan = release.Targets.LastOrDefault(x => x.Indicator == item.Indicator && x.AreaCode == cityCode && x.Year == year);
        return plan is not null ? (plan.Target, TargetOrigin.CityPlan, plan.Baseline)
            : item.Target is { } target ? (target, TargetOrigin.RuleSet, null)
            : (null, TargetOrigin.None, null);
    }

    static string Checksum(IEnumerable<ScorecardStandard> standards)
    {
        var text = new StringBuilder();
        foreach (var row in standards.SelectMany(standard => standard.Rows))
            text.Append(CultureInfo.InvariantCulture,
                $"{row.Item.Indicator}|{row.Actual?.Id}|{row.Actual?.Status}|{Plain(row.Actual?.Value)}|{Plain(row.Target)}|{Plain(row.Before)}|{row.Verdict}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A number without trailing zeros, so that 3.10 and 3.1 are one figure.</summary>
    static string Plain(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}

using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Metrics.Observations;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>How a city's creation stands (P2): its own targets against time, and where points can still be won.</summary>
/// <param name="CompletionPercent">Due targets that were reached (P02); null while none is due.</param>
/// <param name="Trial">Figures of the current release, held against the rules for guidance.</param>
/// <param name="Gaps">By the points that can be recovered, the most first.</param>
/// <param name="Reported">What the city reported beside what its records give (P03).</param>
public sealed record CreationStanding(
    IReadOnlyList<TargetProgress> Targets, decimal? CompletionPercent, FrozenFigures? Trial, CityScore? Score, IReadOnlyList<RecoverableItem> Gaps,
    IReadOnlyList<ReportedFigure> Reported)
{
    public decimal? AgreementPercent => ReportedFigure.AgreementPercent(Reported);
}

/// <summary>Holds a city's creation against the calendar and the rules.</summary>
public sealed class CreationStandings(RoundRegister register, RoundCards cards, RoundFigures figures, ReportDesk reports)
{
    public async Task<CreationStanding> Of(RoundRow round, CityRow city)
    {
        var figures = await register.Frozen(round) ?? cards.Trial(round, city.CityCode);
        var score = figures is null ? null : CityScore.Of(round.Rules(), figures, city.CityCode);
        var from = round.CreationFrom ?? register.Today;
        // A draft may hold targets that are not quantified yet; they have no progress.
        var targets = city.Application().Targets.Where(target => target is { Baseline: not null, Target: not null, DueOn: not null })
            .Select(target => CreationProgress.Of(target, Actual(round, city.CityCode, target), from, register.Today)).ToList();
        return new CreationStanding(targets, CreationProgress.CompletionPercent(targets), figures, score, score is null ? [] : CreationProgress.Gaps(score),
            figures is null ? [] : await reports.Compare(round.Id, city.CityCode, figures));
    }

    decimal? Actual(RoundRow round, int city, ApplicationTarget target)
    {
        if (figures.Current is not { } release || target.Indicator is not { } indicator || release.LatestMonth(city) is not { } month) return null;
        // The period by which the rules look at the indicator; a target may name a view that the rules do not score.
        var item = round.Rules().Items.FirstOrDefault(x => x.Indicator == indicator && x.Variant == target.Variant) ?? round.Rules().Items.FirstOrDefault(x => x.Indicator == indicator);
        return item is null ? null : RoundFigures.Of(release).Latest(indicator, target.Variant, city, item.Frequency, round.Rules().ReadsAfter(item, month), month)?.Value;
    }
}

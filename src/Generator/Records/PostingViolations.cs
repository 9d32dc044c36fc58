using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A lead on a posting; the day of closing is 0 and the outcome empty where there is none.</summary>
sealed record PostingViolation(string Id, string Posting, string Kind, string FoundBy, int Found, string Decision, int Due, int Closed, string Outcome, int District);

/// <summary>招聘违规线索: discriminatory requirements, false postings, fees; some found when the posting has ended.</summary>
sealed class PostingViolations(Scene scene) : RecordTable<PostingViolation>("posting_violation", scene)
{
    static readonly string[] Outcomes = ["责令改正", "下架岗位", "约谈用人单位"];

    protected override IEnumerable<PostingViolation> Records()
    {
        var (number, lead) = (0, 0);
        foreach (var posting in Scene.Log.Of<Posting>())
        {
            var draw = Scene.Draw("posting_violation", number++);
            for (var left = draw.Weighted([930, 45, 20, 5]); left > 0; left--)
            {
                var found = Math.Max(posting.PublishedOn, Scene.Timeline.FirstDay) + draw.Between(0, 70);
                if (found > Scene.Timeline.LastDay) continue;
                var closed = draw.PerMille(920) ? Scene.Known(found + draw.Between(0, 25)) : 0;
                yield return new(
                    Scene.Id("XS", lead++), posting.Id, Choices.Digit(draw.Weighted([260, 130, 40, 30, 150, 70, 60, 150, 110]) + 1), Choices.Digit(draw.Weighted([600, 250, 150]) + 1),
                    found, Choices.Digit(draw.Weighted([250, 550, 200])), found + 15, closed, closed > 0 && draw.PerMille(950) ? Outcomes[draw.Below(Outcomes.Length)] : "", posting.District);
            }
        }
    }

    protected override int DayOf(PostingViolation violation) => violation.Found;

    protected override PostingViolation? Before(PostingViolation violation, ref Draw draw) =>
        violation.Closed > 0 && draw.PerMille(300) ? violation with { Closed = 0, Outcome = "", Decision = "0" } : null;

    protected override Cell[] Cells(PostingViolation violation) =>
    [
        Cell.Of(violation.Id), Cell.Of(violation.Posting), Cell.Code(violation.Kind), Cell.Code(violation.FoundBy), Cell.Day(violation.Found), Cell.Code(violation.Decision),
        Cell.Day(violation.Due), Cell.Day(violation.Closed), Cell.Of(violation.Outcome), Scene.Area(violation.District), Cell.Empty,
    ];
}

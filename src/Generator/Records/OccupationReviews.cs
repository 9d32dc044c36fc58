using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>An occupation code of a posting, and what a second reader made of it.</summary>
sealed record OccupationReview(string Id, string Posting, string Coded, string Reviewed, int ReviewedOn, int District);

/// <summary>职业编码复核: one posting in ten is read again; most codes stand, some only as far as the class or the group.</summary>
sealed class OccupationReviews(Scene scene) : RecordTable<OccupationReview>("occupation_review", scene)
{
    protected override IEnumerable<OccupationReview> Records()
    {
        var (number, review) = (0, 0);
        foreach (var posting in Scene.Log.Of<Posting>().Where(posting => Choices.Major(posting.Occupation) is >= 1 and <= 8))
        {
            var draw = Scene.Draw("occupation_review", number++);
            var reviewedOn = Math.Max(posting.PublishedOn, Scene.Timeline.FirstDay) + draw.Between(1, 40);
            if (!draw.PerMille(90) || reviewedOn > Scene.Timeline.LastDay) continue;
            var other = Choices.Occupation(ref draw, Choices.OpeningOccupations, withoutRequirement: 0, empty: 0);
            var reviewed = draw.Weighted([780, 80, 60, 80]) switch
            {
                0 => posting.Occupation,
                1 => posting.Occupation[..1],
                2 when posting.Occupation.Length >= 4 => posting.Occupation[..4],
                _ => other,
            };
            yield return new(Scene.Id("FH", review++), posting.Id, posting.Occupation, reviewed, reviewedOn, posting.District);
        }
    }

    protected override int DayOf(OccupationReview review) => review.ReviewedOn;

    protected override OccupationReview? Before(OccupationReview review, ref Draw draw) => draw.PerMille(40) ? review with { Reviewed = "8" } : null;

    protected override Cell[] Cells(OccupationReview review) =>
    [
        Cell.Of(review.Id), Cell.Of(review.Posting), Cell.Code(review.Coded), Cell.Code(review.Reviewed), Cell.Day(review.ReviewedOn), Scene.Area(review.District), Cell.Empty,
    ];
}

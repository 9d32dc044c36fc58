using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>That a job seeker was sent to a posting; the day of hiring is 0 where nobody was hired.</summary>
sealed record Referral(string Id, string Posting, PersonNumber Person, int Referred, int Hired, int District);

/// <summary>推荐与录用: for many postings as many as there are openings, for some more.</summary>
sealed class Referrals(Scene scene) : RecordTable<Referral>("referral", scene)
{
    const int MostPerPosting = 6;

    protected override IEnumerable<Referral> Records()
    {
        var (number, referral) = (0, 0);
        foreach (var posting in Scene.Log.Of<Posting>())
        {
            var draw = Scene.Draw("referral", number++);
            if (draw.PerMille(740)) continue;
            for (var left = Math.Min(MostPerPosting, Math.Max(1, posting.Openings) + draw.Below(2)); left > 0; left--)
            {
                var referred = Math.Max(posting.PublishedOn, Scene.Timeline.FirstDay) + draw.Between(0, 25);
                if (referred > Scene.Timeline.LastDay) continue;
                yield return new(
                    Scene.Id("TJ", referral++), posting.Id, Scene.Stranger(ref draw, posting.PublishedMonth, 18, 55), referred,
                    draw.PerMille(620) ? Scene.Known(referred + draw.Between(0, 40)) : 0, posting.District);
            }
        }
    }

    protected override int DayOf(Referral referral) => referral.Referred;

    protected override Referral? Before(Referral referral, ref Draw draw) => referral.Hired > 0 && draw.PerMille(200) ? referral with { Hired = 0 } : null;

    protected override Cell[] Cells(Referral referral) =>
    [
        Cell.Of(referral.Id), Cell.Of(referral.Posting), Cell.Of(referral.Person.ToString()), Cell.Day(referral.Referred), Cell.Day(referral.Hired),
        Scene.Area(referral.District), Cell.Empty,
    ];
}

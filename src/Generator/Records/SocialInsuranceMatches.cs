using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>That social insurance was paid for a person by an employer in a month.</summary>
sealed record InsuredMonth(string Id, PersonNumber Person, string CreditCode, int Month, int District);

/// <summary>社保参保比对: of those who registered unit employment, most from the first or the second month on.</summary>
sealed class SocialInsuranceMatches(Scene scene) : RecordTable<InsuredMonth>("social_insurance_match", scene)
{
    protected override IEnumerable<InsuredMonth> Records()
    {
        var (number, match) = (0, 0);
        foreach (var job in Scene.Log.Of<Employment>().Where(job => job is { Form: "1", CreditCode.Length: > 0 } && !job.Person.Broken && CreditCode.IsValid(job.CreditCode)))
        {
            var draw = Scene.Draw("social_insurance_match", number++);
            if (draw.PerMille(90)) continue;
            var month = Timeline.MonthOf(job.StartedOn) + draw.Weighted([560, 360, 80]);
            // Now and then another employer pays.
            var payer = draw.PerMille(960) ? job.CreditCode : Scene.Employers.All[draw.Below(Scene.Employers.Count)].CreditCode;
            if (month <= Scene.Timeline.Last) yield return new(Scene.Id("SB", match++), job.Person, payer, month, job.District);
        }
    }

    protected override int DayOf(InsuredMonth insured) => Timeline.DayNumber(insured.Month, 15);

    protected override Cell[] Cells(InsuredMonth insured) =>
    [
        Cell.Of(insured.Id), Cell.Of(insured.Person.ToString()), Cell.Of(insured.CreditCode), Cell.Month(insured.Month), Scene.Area(insured.District), Cell.Empty,
    ];
}

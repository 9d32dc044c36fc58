using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A payment of a benefit; the case is empty where the payment names none.</summary>
sealed record PolicyBenefit(string Id, string CaseNo, string Kind, long Fen, int Paid, int District);

/// <summary>补贴发放: most under the number of a policy case, some without any.</summary>
sealed class PolicyBenefits(Scene scene) : RecordTable<PolicyBenefit>("policy_benefit", scene)
{
    protected override IEnumerable<PolicyBenefit> Records()
    {
        var number = 0;
        foreach (var handled in Scene.Log.Of<ServiceCase>().Where(handled => handled is { Kind: "8", IsClosed: true }))
        {
            var draw = Scene.Draw("policy_benefit", number++);
            var paid = Scene.Known(handled.ClosedDay + draw.Between(0, 20));
            if (paid == 0 || draw.PerMille(120)) continue;
            yield return new(
                Scene.Id("BT", number), draw.PerMille(40) ? "" : handled.CaseNo, Choices.Digit(draw.Between(1, 6)), draw.Between(500, 12_000) * 100L, paid, handled.District);
        }
    }

    protected override int DayOf(PolicyBenefit benefit) => benefit.Paid;

    protected override PolicyBenefit? Before(PolicyBenefit benefit, ref Draw draw) => draw.PerMille(30) ? benefit with { CaseNo = "", Fen = benefit.Fen + 5000 } : null;

    protected override Cell[] Cells(PolicyBenefit benefit) =>
    [
        Cell.Of(benefit.Id), Cell.Of(benefit.CaseNo), Cell.Code(benefit.Kind), Cell.Hundredths(benefit.Fen), Cell.Day(benefit.Paid), Scene.Area(benefit.District), Cell.Empty,
    ];
}

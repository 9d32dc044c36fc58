using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>An entry of the fund ledger, in fen; amounts are none where the cell is empty.</summary>
sealed record FundEntry(
    string Id, int Booked, string Fund, string Use, string Level, long? Budget, long? Executed, string Provider, string ProviderKind, int District);

/// <summary>就业资金台账: budgets in January, payments in every quarter.</summary>
sealed class FundLedger(Scene scene) : RecordTable<FundEntry>("fund_ledger", scene)
{
    static readonly string[] SubsidyUses = ["3", "4", "5", "6", "7", "9"];
    static readonly string[] ServiceUses = ["1", "2"];

    int _number;

    protected override IEnumerable<FundEntry> Records()
    {
        for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
            foreach (var (fund, uses) in new[] { ("1", SubsidyUses), ("2", ServiceUses) })
                foreach (var use in uses)
                {
                    if (month % 12 == 0)
                        for (var level = 1; level <= 5; level++)
                            yield return Entry(month, fund, use, level, isBudget: true);
                    if (month % 3 == 2) yield return Entry(month, fund, use, 0, isBudget: false);
                    // Providers of purchased services are paid more often.
                    if (fund == "2" && use == "2" && month % 2 == 0) yield return Entry(month, fund, use, 0, isBudget: false);
                }
    }

    FundEntry Entry(int month, string fund, string use, int level, bool isBudget)
    {
        var draw = Scene.Draw("fund_ledger", _number++);
        if (level == 0) level = 1 + draw.Weighted([300, 200, 250, 200, 50]);
        var amount = draw.Between(20_000, 900_000) * (long)Scene.City.Weight / 1000 * 100 + draw.Below(100);
        var provider = !isBudget && fund == "2" && use == "2" && draw.PerMille(900) ? Scene.Employers.All[draw.Below(Math.Min(6, Scene.Employers.Count))].CreditCode : "";
        return new(
            Scene.Id("ZJ", _number), Scene.DayIn(month, ref draw), fund, draw.PerMille(15) ? "" : use, Choices.Digit(level),
            isBudget ? amount : null, isBudget ? null : draw.PerMille(40) ? 0 : amount * draw.Between(60, 110) / 100, provider, provider.Length > 0 ? Choices.Digit(draw.Between(1, 3)) : "", level == 4 ? Scene.SomeDistrict(ref draw) : 0);
    }

    protected override int DayOf(FundEntry entry) => entry.Booked;

    protected override FundEntry? Before(FundEntry entry, ref Draw draw) =>
        !draw.PerMille(40) ? null : entry.Budget is { } budget ? entry with { Budget = budget + 1_000_000 } : entry with { Executed = entry.Executed + 500_000 };

    protected override Cell[] Cells(FundEntry entry) =>
    [
        Cell.Of(entry.Id), Scene.Area(entry.District), Cell.Day(entry.Booked), Cell.Code(entry.Fund), Cell.Code(entry.Use), Cell.Code(entry.Level),
        Amount(entry.Budget), Amount(entry.Executed), Cell.Of(entry.Provider), Cell.Code(entry.ProviderKind), Cell.Empty,
    ];

    static Cell Amount(long? fen) => fen is { } known ? Cell.Hundredths(known) : Cell.Empty;
}

using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A guaranteed loan paid out, in fen.</summary>
sealed record StartupLoan(string Id, string CreditCode, string Group, string Bank, long Fen, int Paid, int District);

/// <summary>What a bank is owed at a month's end, in fen.</summary>
sealed record LoanBalance(string Bank, int Month, long Balance, long Overdue);

/// <summary>创业担保贷款.</summary>
sealed class StartupLoans(Scene scene) : RecordTable<StartupLoan>("startup_loan", scene)
{
    const int Share = 10;

    public static readonly string[] Banks = ["合成农村商业银行", "合成城市商业银行", "合成村镇银行"];

    static readonly string[] Groups = ["1", "2", "3", "4", "5", "9"];

    protected override IEnumerable<StartupLoan> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("startup_loan", number);
            yield return new(
                Scene.Id("DK", number), draw.PerMille(400) ? "" : Scene.Employers.All[draw.Below(Scene.Employers.Count)].CreditCode,
                Groups[draw.Weighted([220, 240, 150, 70, 260, 60])], Banks[draw.Below(Banks.Length)], draw.Between(30, 3000) * 100_000L + draw.Below(100),
                Scene.DayIn(month, ref draw), Scene.District(ref draw));
        }
    }

    protected override int DayOf(StartupLoan loan) => loan.Paid;

    protected override StartupLoan? Before(StartupLoan loan, ref Draw draw) => draw.PerMille(50) ? loan with { Group = "9", Fen = loan.Fen / 2 } : null;

    protected override Cell[] Cells(StartupLoan loan) =>
    [
        Cell.Of(loan.Id), Cell.Of(loan.CreditCode), Cell.Code(loan.Group), Cell.Of(loan.Bank), Cell.Hundredths(loan.Fen), Cell.Day(loan.Paid),
        Scene.Area(loan.District), Cell.Empty,
    ];
}

/// <summary>创业担保贷款余额: stated by each bank for the city as a whole.</summary>
sealed class StartupLoanBalances(Scene scene) : RecordTable<LoanBalance>("startup_loan_balance", scene)
{
    protected override IEnumerable<LoanBalance> Records()
    {
        for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
            for (var bank = 0; bank < StartupLoans.Banks.Length; bank++)
            {
                var draw = Scene.Draw("startup_loan_balance", month * 10L + bank);
                var balance = draw.Between(20_000, 90_000) * (long)Scene.City.Weight * 100 + draw.Below(100);
                yield return new(StartupLoans.Banks[bank], month, balance, balance * draw.Between(2, 45) / 1000);
            }
    }

    protected override int DayOf(LoanBalance balance) => Timeline.DayNumber(balance.Month, Timeline.DaysIn(balance.Month));

    protected override LoanBalance? Before(LoanBalance balance, ref Draw draw) => draw.PerMille(30) ? balance with { Overdue = 0 } : null;

    protected override Cell[] Cells(LoanBalance balance) =>
        [Scene.Area(0), Cell.Of(balance.Bank), Cell.Month(balance.Month), Cell.Hundredths(balance.Balance), Cell.Hundredths(balance.Overdue), Cell.Empty];
}

using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>A row of a table that a city states rather than registers.</summary>
readonly record struct StatedRow(Cell[] Cells, ulong Salt);

/// <summary>The labour stock, the targets and the employers of a city.</summary>
sealed class StatedTables(City city, Timeline timeline, Volume volume, EventStream employments, EventStream attritions)
{
    const long SecondsPerDay = 86_400;

    // Shares of the drawn events that count in E01, in thousandths; targets are set near what they lead to.
    const int CountedEmployments = 625, CountedAttritions = 890;

    static readonly string[] DistrictNumerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public static string DistrictName(int position) => $"合成{DistrictNumerals[position - 1]}区";

    /// <summary>Months whose stock is stated in this file, and earlier ones that it corrects.</summary>
    public IEnumerable<(int Month, bool IsCorrection)> StockMonths(int file)
    {
        var period = timeline.Files[file];
        if (file > 0)
        {
            var before = timeline.Files[file - 1];
            for (var month = before.First; month <= before.Last; month++)
                if (IsStockCorrected(month)) yield return (month, true);
        }
        for (var month = period.First; month <= period.Last; month++)
            if (month != city.MonthWithoutStock) yield return (month, false);
    }

    /// <summary>Positions of the areas that the stock is stated for: the districts, or 0 for the city.</summary>
    public IEnumerable<int> StockAreas => city.StatesStockByDistrict ? Enumerable.Range(1, city.Districts.Length) : [0];

    /// <summary>Stock as it stands after its correction, if there is one.</summary>
    public long Stock(int month, int area) => Stock(month, area, IsStockCorrected(month) && timeline.FileOf(month) + 1 < timeline.Files.Count);

    public StatedRow StockRow(int month, int area, bool isCorrection)
    {
        var name = Draw.Name(city.Stream, month, 700 + area);
        var stock = Stock(month, area, isCorrection);
        var day = Timeline.DayNumber(month, Timeline.DaysIn(month)) + (isCorrection ? 72 : 12);
        return new([
            Cell.Month(month),
            AreaCell(area),
            Cell.Of(area == 0 ? city.Name : DistrictName(area)),
            Cell.Of(stock),
            name % 20 == 0 && month % 12 != 11 ? Cell.Empty : Cell.Of(LabourForce(stock)),
            Cell.Moment(day * SecondsPerDay + 10 * 3600),
        ], Draw.Mix(name));
    }

    /// <summary>Resident labour force of the city in a December.</summary>
    public long LabourForce(int month) => StockAreas.Sum(area => LabourForce(Stock(month, area)));

    /// <summary>E01 target of the year; none where the city never set one.</summary>
    public long? Target(int year)
    {
        if (year == city.YearWithoutTarget) return null;
        long thousandths = 0;
        for (var month = Math.Max(timeline.First, year * 12); month <= Math.Min(timeline.Last, year * 12 + 11); month++)
            thousandths += (long)employments.Count(month) * CountedEmployments - (long)attritions.Count(month) * CountedAttritions;
        var share = new Draw(Draw.Name(city.Stream, year, 801)).Between(86, 104);
        return Math.Max(10, thousandths * share / 100 / 1000 / 10 * 10);
    }

    public IEnumerable<StatedRow> TargetRows(int year)
    {
        if (Target(year) is { } target) yield return TargetRow(year, "E01", target * 100, target * 96);
        foreach (var (indicator, hundredths) in OtherTargets(year)) yield return TargetRow(year, indicator, hundredths, null);
    }

    /// <summary>Targets of the other indicators, in hundredths.</summary>
    public IEnumerable<(string Indicator, long Hundredths)> OtherTargets(int year)
    {
        var registered = Enumerable.Range(year * 12, 12).Sum(employments.Count);
        var draw = new Draw(Draw.Name(city.Stream, year, 805));
        yield return ("E03", Math.Max(5, registered * draw.Between(60, 90) / 1000) * 100);
        yield return ("E04", Math.Max(3, registered * draw.Between(25, 40) / 1000) * 100);
        yield return ("E18", Math.Max(2, registered * (year - timeline.Years[0] + 1) * draw.Between(20, 30) / 1000) * 100);
        yield return ("E05", draw.Between(250, 420));
        foreach (var stated in new[] { ("E02", 10_000L), ("E07", 110), ("E12", 8_000), ("C07", 9_500), ("E21", 8_000), ("D04", 9_800), ("D05", 9_900) }) yield return stated;
    }

    StatedRow TargetRow(int year, string indicator, long hundredths, long? baseline) => new([
        AreaCell(0),
        Cell.Of(year),
        Cell.Of(indicator),
        Cell.Hundredths(hundredths),
        baseline is { } before ? Cell.Hundredths(before) : Cell.Empty,
        Cell.Moment(new DateOnly(year, 1, 20).DayNumber * SecondsPerDay + 9 * 3600),
    ], Draw.Name(city.Stream, year, 803));

    public StatedRow EmployerRow(Employer employer) => new([
        Cell.Of(employer.UnitId),
        Cell.Of(employer.Name),
        Cell.Of(employer.CreditCode),
        Cell.Of(employer.Industry),
        Cell.Of(employer.IsState ? "国有企业" : "民营企业"),
        AreaCell(employer.District),
        Cell.Of("合成路1号"),
        Cell.Of(employer.Insured),
        Cell.Day(timeline.FirstDay - (int)(employer.Stream % 6000) - 30),
        Cell.Of("存续"),
        Cell.Moment((timeline.FirstDay - (int)(employer.Stream % 25) - 1) * SecondsPerDay + 9 * 3600),
    ], Draw.Mix(employer.Stream));

    bool IsStockCorrected(int month) => month != city.MonthWithoutStock && Draw.Name(city.Stream, month, 699) % 10 == 0;

    static long LabourForce(long urbanEmployed) => urbanEmployed * 16 / 10;

    // About thirty employed persons for one registered unemployed.
    long Stock(int month, int area, bool isCorrected)
    {
        var events = volume.Count(UnemploymentRegistrations.UnemploymentShape, timeline.First);
        var draw = new Draw(Draw.Name(city.Stream, month, 600 + area));
        var size = new Draw(Draw.Name(city.Stream, 601)).Between(26, 40);
        var level = (long)events * UnemploymentRegistrations.CountedShare * UnemploymentRegistrations.MeanLength * size / 100_000;
        if (area > 0)
        {
            var weights = Enumerable.Range(0, city.Districts.Length).Select(rank => 1000L / (rank + 2)).ToArray();
            level = level * weights[area - 1] / weights.Sum();
        }
        level = level * (1000 + 2 * (month - timeline.First) + draw.Between(-6, 6)) / 1000;
        return Math.Max(50, isCorrected ? level * 1006 / 1000 + 1 : level);
    }

    Cell AreaCell(int area) => Cell.Of((area == 0 ? city.Code : city.Districts[area - 1]).ToString(CultureInfo.InvariantCulture));
}

using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>What E01 and E05 need of one area: newly employed, attrition, the registered unemployed and the stated labour stock.</summary>
sealed class Headcount(int first, int months)
{
    readonly long?[] _stock = new long?[months];

    public Series Gross { get; } = new(first, months);
    public Series Attrition { get; } = new(first, months);

    /// <summary>Newly employed less attrition by report month.</summary>
    public Series ReportMonths { get; } = new(first, months);

    /// <summary>Registered unemployed at each month's end.</summary>
    public Presence Unemployed { get; } = new(first, months);

    public long? StockAt(int month) => month < first ? null : _stock[month - first];

    public void State(int month, long urbanEmployed) => _stock[month - first] = urbanEmployed;

    public void CountEmployed(int day)
    {
        Gross.Add(Timeline.MonthOf(day), 1);
        ReportMonths.Add(Timeline.ReportMonthOf(day), 1);
    }

    public void CountAttrition(int day)
    {
        Attrition.Add(Timeline.MonthOf(day), 1);
        ReportMonths.Add(Timeline.ReportMonthOf(day), -1);
    }

    /// <summary>Adds the flows of another area.</summary>
    public void AddFlows(Headcount other)
    {
        Gross.Add(other.Gross);
        Attrition.Add(other.Attrition);
        ReportMonths.Add(other.ReportMonths);
        Unemployed.Add(other.Unemployed);
    }

    /// <summary>States the sum of the parts' stocks; a month that one part lacks is not stated.</summary>
    public void StateSum(IReadOnlyCollection<Headcount> parts)
    {
        for (var i = 0; i < months; i++)
        {
            var stocks = parts.Select(part => part._stock[i]).ToArray();
            _stock[i] = stocks.Any(stock => stock is null) ? null : stocks.Sum();
        }
    }
}

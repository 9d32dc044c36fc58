using System.Globalization;
using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>R01 按用人单位分组的需求人数, R02 按人员构成分组的求职人数: what is in force in a quarter, in all and by group.</summary>
/// <param name="needsNew">Whether a city without anything new in the quarter has sent nothing, and leaves its area without a figure.</param>
sealed class MarketGroups(string indicator, bool needsNew, Timeline timeline) : TruthTable
{
    readonly SortedDictionary<Member, Effective> _groups = new() { [Member.Total] = new(timeline.First, timeline.Months) };
    readonly List<Series> _newByCity = [];

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var openings = ForCity("R01", needsNew: true, timeline);
        foreach (var posting in log.Of<Posting>().Where(posting => posting is { Openings: > 0, Employer: not null }))
            openings.Count(
                posting.PublishedMonth, posting.EndMonth, posting.Openings, [.. Section(posting.Employer!.Industry), new("unit_kind", posting.Employer.IsState ? "2" : "3")]);
        var seekers = ForCity("R02", needsNew: false, timeline);
        foreach (var seeker in log.Of<Seeker>())
        {
            var registered = Timeline.MonthOf(seeker.RegisteredOn);
            seekers.Count(registered, seeker.EndMonth, 1, [new("sex", seeker.Sex), new("education", seeker.Education), new("age_group", AgeGroup(registered - seeker.BirthMonth))]);
        }
        return [openings, seekers];
    }

    public override TruthTable Empty() => new MarketGroups(indicator, needsNew, timeline);

    public override void Add(TruthTable other)
    {
        var groups = (MarketGroups)other;
        foreach (var (member, effective) in groups._groups) Of(member).Add(effective);
        _newByCity.AddRange(groups._newByCity);
    }

    public override IEnumerable<Figure> Figures(int area, PeriodGrid grid)
    {
        foreach (var period in grid.Quarters)
        {
            var isKnown = period.IsWhole && !(needsNew && _newByCity.Exists(city => city.Sum(period.First, period.Last) == 0));
            foreach (var (member, effective) in _groups)
            {
                var count = effective.In(period.First, period.Last);
                if (member == Member.Total || isKnown && count > 0)
                    yield return new(indicator, "", area, period.Name, isKnown ? count.ToString(CultureInfo.InvariantCulture) : null)
                    {
                        Breakdown = member.Breakdown,
                        Member = member.Value,
                        Numerator = count,
                    };
            }
        }
    }

    static MarketGroups ForCity(string indicator, bool needsNew, Timeline timeline)
    {
        var table = new MarketGroups(indicator, needsNew, timeline);
        table._newByCity.Add(new(timeline.First, timeline.Months));
        return table;
    }

    void Count(int begun, int ended, long value, IReadOnlyList<Member> members)
    {
        foreach (var member in members.Where(member => member.Value.Length > 0).Prepend(Member.Total)) Of(member).Count(begun, ended, value);
        _newByCity[0].Add(begun, value);
    }

    Effective Of(Member member)
    {
        if (!_groups.TryGetValue(member, out var effective)) _groups[member] = effective = new(timeline.First, timeline.Months);
        return effective;
    }

    // Section of GB/T 4754 and industry of three, for the industries of invented employers.
    static Member[] Section(string industry)
    {
        var (section, ofThree) = industry switch
        {
            "农、林、牧、渔业" => ("A", "1"),
            "制造业" => ("C", "2"),
            "建筑业" => ("E", "2"),
            "批发和零售业" => ("F", "3"),
            "交通运输、仓储和邮政业" => ("G", "3"),
            "住宿和餐饮业" => ("H", "3"),
            "信息传输、软件和信息技术服务业" => ("I", "3"),
            "租赁和商务服务业" => ("L", "3"),
            "居民服务、修理和其他服务业" => ("O", "3"),
            "教育" => ("P", "3"),
            "卫生和社会工作" => ("Q", "3"),
            _ => throw new ArgumentException($"'{industry}' is not an industry of invented employers.", nameof(industry)),
        };
        return [new("industry", section), new("industry_of_three", ofThree)];
    }

    static string AgeGroup(int months) => (months / 12) switch { < 16 => "", < 25 => "1", < 35 => "2", < 45 => "3", _ => "4" };
}

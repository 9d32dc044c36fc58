using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>The invented employers of a city.</summary>
sealed class Employers
{
    static readonly string[] Words = ["宏达", "瑞丰", "新程", "众合", "恒信", "启航", "润泽", "博远", "金禾", "云帆"];
    static readonly string[] Trades = ["科技", "机械", "商贸", "物流", "食品", "建筑", "服务", "教育", "医药", "纺织"];
    static readonly string[] Industries = ReferenceTable.Read("industries.csv").Select(cells => cells[0]).ToArray();

    public Employers(City city, decimal scale)
    {
        Count = (int)Math.Clamp(25 * scale * city.Weight / 1000m, 12, 1500);
        All = Enumerable.Range(0, Count).Select(index => Make(city, index)).ToArray();
    }

    public int Count { get; }

    public IReadOnlyList<Employer> All { get; }

    static Employer Make(City city, int index)
    {
        var name = Draw.Name(city.Stream, index, 11);
        var draw = new Draw(name);
        var district = city.Districts.Length == 0 ? 0 : draw.Between(1, city.Districts.Length);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"U{city.Code}{index:00000}"),
            string.Create(CultureInfo.InvariantCulture, $"{city.Name}合成{Words[draw.Below(Words.Length)]}{Trades[draw.Below(Trades.Length)]}{index + 1:00000}有限公司"),
            CreditCode.Of(name, city.PersonAreas[0]),
            Industries[draw.Below(Industries.Length)], district, draw.Between(3, 900), draw.Next());
    }
}

/// <summary>One employer.</summary>
sealed record Employer(string UnitId, string Name, string CreditCode, string Industry, int District, int Insured, ulong Stream)
{
    public bool IsState => Stream % 5 == 0;
}

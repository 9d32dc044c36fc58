using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.Extensions.Options;
using Role = DemoCityAnalytics.Api.Access.Role;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Who acts in a round, and which cities' work they may look at.</summary>
public sealed class Acting(AreaScope scope, RoundRegister register, IOptions<AccessOptions> accounts)
{
    /// <summary>The account that is logged in; a reader without a name is the public, who can do nothing but object.</summary>
    public Actor Actor => scope.Reader is { Name.Length: > 0 } reader
        ? new Actor(reader.Name, ActsAs(reader.Role), reader.Role is Role.City or Role.Province ? reader.AreaCode ?? 0 : 0, reader.Role is Role.Expert or Role.Ministry ? reader.AreaCode : null)
        : new Actor("public", Evaluation.People.Role.Public);

    /// <summary>The column that the caller's scores go into; null for who never scores.</summary>
    public ScoreColumn? Column => Permissions.May(Actor.Role, Act.SaveScore) ? Evaluation.Reviews.ScoringDesk.ColumnOf(Actor.Role) : null;

    public bool IsPublic => Actor.Role == Evaluation.People.Role.Public;

    /// <summary>Whether the role may do this at all, so that pages offer only what can be done.</summary>
    public bool May(Act act) => Permissions.May(Actor.Role, act);

    /// <summary>Whether the role and the area fit; the desk itself decides about stage, standing and version.</summary>
    public bool May(Act act, int city, int province = 0) => Permissions.Check(Actor, act, city, province == 0 && city != 0 ? RoundTerms.ProvinceOf(city) : province) is null;

    /// <summary>The cities of the round whose work the caller may look at.</summary>
    public async Task<IReadOnlyList<CityRow>> Seen(string round)
    {
        var cities = await register.Cities(round);
        var actor = Actor;
        switch (actor.Role)
        {
            case Evaluation.People.Role.City:
                return [.. cities.Where(city => city.CityCode == actor.AreaCode)];
            case Evaluation.People.Role.Province:
                return [.. cities.Where(city => city.ProvinceCode == actor.AreaCode)];
            case Evaluation.People.Role.MinistryExpert:
                var assigned = (await register.Assignments(round)).Where(x => x.Expert == actor.Id).Select(x => x.CityCode).ToHashSet();
                return [.. cities.Where(city => assigned.Contains(city.CityCode))];
            case Evaluation.People.Role.Public:
                return [];
            default:
                return cities;
        }
    }

    /// <summary>The city, or why the caller does not see it.</summary>
    public async Task<(CityRow? City, Problem? Problem)> City(string round, int city)
    {
        if (await register.Round(round) is null) return (null, UnknownRound(round));
        if ((await Seen(round)).FirstOrDefault(x => x.CityCode == city) is { } seen) return (seen, null);
        if (await register.City(round, city) is { } there) return (null, NotYours(there.CityName, city));
        // Whether another city has a draft is nobody's business.
        return Actor is { Role: Evaluation.People.Role.City } own && own.AreaCode != city ? (null, NotYours("", city)) : (null, UnknownCity(round, city));
    }

    /// <summary>The account of an expert, to whom a city can be assigned; null when there is no such account.</summary>
    public (string Name, int? HomeCity)? Expert(string name) =>
        accounts.Value.Accounts.FirstOrDefault(x => x.Name == name && x.Role == Role.Expert) is { } account ? (account.Name, account.Area)
        : accounts.Value.Keys.FirstOrDefault(x => x.Name == name && x.Role == Role.Expert) is { } key ? (key.Name, key.Area)
        : null;

    public IReadOnlyList<string> Experts => [.. accounts.Value.Accounts.Where(x => x.Role == Role.Expert).Select(x => x.Name)
        .Concat(accounts.Value.Keys.Where(x => x.Role == Role.Expert).Select(x => x.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal static Problem UnknownRound(string round) => new("unknown-round", $"没有评估轮次“{round}”。GET /api/v1/rounds 列出全部轮次。", $"There is no round '{round}'. GET /api/v1/rounds lists them.");

    internal static Problem UnknownCity(string round, int city) => new("unknown-round",
        $"评估轮次“{round}”中没有城市{city.ToString(CultureInfo.InvariantCulture)}的申报。", $"City {city.ToString(CultureInfo.InvariantCulture)} takes no part in round '{round}'.");

    static Problem NotYours(string name, int city) => new("area-not-yours",
        $"{(name.Length == 0 ? "该市" : name)}（{city.ToString(CultureInfo.InvariantCulture)}）的申报和评分不在您账户的范围内。", $"The work of city {city.ToString(CultureInfo.InvariantCulture)} is outside what your account may see.");

    static Evaluation.People.Role ActsAs(Role role) => role switch
    {
        Role.City => Evaluation.People.Role.City,
        Role.Province => Evaluation.People.Role.Province,
        Role.Expert => Evaluation.People.Role.MinistryExpert,
        Role.Ministry => Evaluation.People.Role.Ministry,
        Role.Operator => Evaluation.People.Role.Operator,
        _ => Evaluation.People.Role.Public,
    };
}

using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Evaluation.Supervision;

/// <summary>What stands on a designated city's certificate; a withdrawn one stays to be found, with the day of its withdrawal.</summary>
/// <param name="FrozenHash">The figures that the designation rests on.</param>
/// <param name="Check">SHA-256 over all that stands here, to print on the certificate and compare.</param>
public sealed record Certificate(
    string Number, string Title, int City, string Name, string Province, string Round, string RoundName, DateOnly DesignatedOn, DateOnly? RevokedOn, string? Reason, bool Synthetic, string FrozenHash, string Check)
{
    public const string Programme = "全国公共就业创业服务示范城市";

    /// <summary>Null for a city that was never designated.</summary>
    public static Certificate? Of(RoundRow round, CityRow city, FrozenFigures frozen)
    {
        if (city is not { DesignatedOn: { } day, Certificate: { } number }) return null;
        var certificate = new Certificate(
            number, Programme, city.CityCode, city.CityName, Quota.Provinces.FirstOrDefault(x => x.Code == city.ProvinceCode)?.Name ?? "", round.Id, round.Name,
            day, city.RevokedOn, city.RevokedOn is null ? null : city.Reason, frozen.Synthetic, round.FrozenHash!, "");
        return certificate with { Check = CanonicalJson.Hash(certificate) };
    }
}

using System.Collections.Concurrent;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>What rows keep as text, read.</summary>
public static class RoundTerms
{
    static readonly ConcurrentDictionary<string, RuleSet> Read = new(StringComparer.Ordinal);

    /// <summary>The province of a city: the first two digits of its code.</summary>
    public static int ProvinceOf(int city) => city / 10_000 * 10_000;

    public static RoundSettings Settings(this RoundRow round) => CanonicalJson.Read<RoundSettings>(round.Settings);

    /// <summary>A rule set never changes after its round was opened, so reading its text once is enough.</summary>
    public static RuleSet Rules(this RoundRow round) => Read.GetOrAdd(round.RuleSet, text => RuleSet.Read(text, $"rule set of {round.Id}"));

    public static ApplicationForm Application(this CityRow city) => CanonicalJson.Read<ApplicationForm>(city.Form);

    /// <summary>Codes of the cities on a public list.</summary>
    public static IReadOnlyList<int> Listed(this PublicityRow publicity) => CanonicalJson.Read<List<int>>(publicity.Cities);

    /// <summary>The number of cities that a province may recommend.</summary>
    public static int PlacesOf(this RoundSettings settings, int province) =>
        settings.Places.GetValueOrDefault(province.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

namespace DemoCityAnalytics.Api.Access;

/// <summary>
/// Who may see and do what. A city account is bound to a city, a province account to a province; the others see all areas. An expert
/// judges the cities that the ministry assigns, the ministry runs the rounds.
/// </summary>
public enum Role { Public, City, Province, Expert, Ministry, Operator }

/// <summary>Who is asking: the role and, for cities and provinces, their area.</summary>
public sealed record Reader(string Name, Role Role, int? AreaCode)
{
    internal const string AreaClaim = "area";
}

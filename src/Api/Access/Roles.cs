namespace DemoCityAnalytics.Api.Access;

/// <summary>Who may see what. A city account is bound to a city, a province account to a province; the others see all areas.</summary>
public enum Role { Public, City, Province, Expert, Operator }

/// <summary>Who is asking: the role and, for cities and provinces, their area.</summary>
public sealed record Reader(string Name, Role Role, int? AreaCode)
{
    internal const string AreaClaim = "area";
}

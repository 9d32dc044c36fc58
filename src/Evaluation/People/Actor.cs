namespace DemoCityAnalytics.Evaluation.People;

/// <summary>In what capacity somebody acts. The ministry runs the round; its experts judge the cities they were assigned to.</summary>
public enum Role { City, Province, MinistryExpert, Ministry, Operator, Public }

/// <summary>Who acts. The id names a person, not an office: four eyes are two ids.</summary>
/// <param name="Id">Account name; no personal data.</param>
/// <param name="Role">Exactly one per account.</param>
/// <param name="AreaCode">The city or the province they act for; 0 for the ministry, the operator and the public.</param>
/// <param name="HomeCity">The city an expert is on loan from; they may not score it.</param>
public sealed record Actor(string Id, Role Role, int AreaCode = 0, int? HomeCity = null)
{
    public bool Belongs(int city) => AreaCode == city || HomeCity == city;
}

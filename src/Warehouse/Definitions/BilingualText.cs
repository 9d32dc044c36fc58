namespace DemoCityAnalytics.Warehouse.Definitions;

/// <summary>A text in Chinese and English; the Chinese one is the official name where there is one.</summary>
public sealed record BilingualText
{
    public required string Zh { get; init; }
    public required string En { get; init; }

    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}

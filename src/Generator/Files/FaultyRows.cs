using DemoCityAnalytics.Generator.Faults;
using DemoCityAnalytics.Generator.Formats;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>Writes rows with faults and counts what the loader must find.</summary>
sealed class FaultyRows
{
    public Dictionary<FaultKind, long> Counts { get; } = [];

    public void Write(TableFile table, FaultRecipe recipe, SourceLayout layout, Cell[] cells, ulong salt)
    {
        recipe.Spoil(cells, layout);
        if (recipe.Action == FaultAction.Ragged) table.WriteRagged(cells, salt);
        else table.Write(cells, salt);
        Counts[recipe.Kind] = Counts.GetValueOrDefault(recipe.Kind) + 1;
    }
}

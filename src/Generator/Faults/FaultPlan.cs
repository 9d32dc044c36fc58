namespace DemoCityAnalytics.Generator.Faults;

/// <summary>A file of one city, by the city's position in the run and the file's position in its timeline.</summary>
readonly record struct FileSlot(int City, int File);

/// <summary>Which faults go into which files: each kind the same number of times, spread evenly over cities and time.</summary>
sealed class FaultPlan
{
    readonly Dictionary<(string Source, FileSlot Slot), List<FaultRecipe>> _planned = [];

    /// <summary>How often each kind appears: once per city and three years, so once per city in a run of 36 months.</summary>
    public static int Copies(int cities, int months) => Math.Max(1, cities * months / 36);

    public IReadOnlyList<FaultRecipe> In(string source, FileSlot slot) => _planned.GetValueOrDefault((source, slot)) ?? [];

    /// <param name="mostPerFile">So that no load fails for its share of refused rows.</param>
    public void Spread(string source, int copies, IReadOnlyList<FileSlot> slots, int mostPerFile, Func<FileSlot, bool> isDelimited)
    {
        var recipes = FaultCatalogue.Of(source);
        if (recipes.Count == 0 || slots.Count == 0) return;
        var total = (int)Math.Min((long)recipes.Count * copies, (long)slots.Count * mostPerFile);
        for (var number = 0; number < total; number++)
        {
            var recipe = recipes[number % recipes.Count];
            var at = (int)((long)number * slots.Count / total);
            if (recipe.Action == FaultAction.Ragged && (at = NextDelimited(slots, at, isDelimited)) < 0) continue;
            Add(source, slots[at], recipe);
        }
    }

    static int NextDelimited(IReadOnlyList<FileSlot> slots, int from, Func<FileSlot, bool> isDelimited)
    {
        for (var step = 0; step < slots.Count; step++)
            if (isDelimited(slots[(from + step) % slots.Count])) return (from + step) % slots.Count;
        return -1;
    }

    void Add(string source, FileSlot slot, FaultRecipe recipe)
    {
        if (!_planned.TryGetValue((source, slot), out var recipes)) _planned[(source, slot)] = recipes = [];
        recipes.Add(recipe);
    }
}

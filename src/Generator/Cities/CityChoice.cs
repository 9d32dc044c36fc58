using System.Globalization;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Cities;

/// <summary>Chooses the cities of a run: about three per province, among them a district of a municipality where there is room.</summary>
static class CityChoice
{
    // Real county-level codes end in 01 to 90; 91 to 99 are not given out, so an invented district cannot be taken for a real one.
    const int FirstDistrictSuffix = 91;

    // Harmonic sizes are floored here so that the smallest city still has every kind of row.
    const int SmallestWeight = 300;

    // A run over fewer provinces has no municipality.
    const int ProvincesWithMunicipality = 4;

    sealed record Division(int Code, string Name, int Province, string ProvinceName, bool InMunicipality);

    public static IReadOnlyList<City> Choose(GeneratorOptions options, Timeline timeline)
    {
        var divisions = ReferenceTable.Read("cities.csv")
            .Select(cells => new Division(Number(cells[0]), cells[1], Number(cells[2]), cells[3], cells[4] == "1")).ToArray();
        if (options.Cities < 1 || options.Cities > divisions.Length)
            throw new ArgumentException($"Cities is {options.Cities}, expected 1 to {divisions.Length}.");
        var run = Draw.Name((ulong)options.Seed, 1);
        var chosen = Spread(divisions, options.Cities, run);
        var weights = Weights(chosen.Count);
        var cities = new List<City>();
        foreach (var division in chosen)
        {
            var index = cities.Count;
            var stream = Draw.Name(run, division.Code, 7);
            var districts = division.InMunicipality ? 0 : new Draw(stream).Between(4, 9);
            cities.Add(new City(
                index, division.Code, division.Name, division.Province, division.ProvinceName, (CitySystem)(index % 5), weights[index],
                Enumerable.Range(division.Code + FirstDistrictSuffix, districts).ToArray(), stream)
            {
                StatesStockByDistrict = districts > 0 && index % 3 == 1,
                // Not a December: yearly figures are to lack no more than what is meant.
                MonthWithoutStock = index == chosen.Count / 2 && timeline.Months >= 6 ? timeline.First + (timeline.First % 12 == 6 ? 4 : 5) : null,
                YearWithoutTarget = index == chosen.Count / 3 ? timeline.Years[timeline.Years.Count > 1 ? 1 : 0] : null,
            });
        }
        return cities;
    }

    static List<Division> Spread(Division[] divisions, int count, ulong run)
    {
        var drawn = divisions.GroupBy(division => division.Province).OrderBy(group => Draw.Name(run, group.Key, 2))
            .Select(group => new Queue<Division>(group.OrderBy(division => Draw.Name(run, division.Code, 3)))).ToArray();
        // Municipalities come last, but for one among the first: their districts are cities without districts of their own.
        var provinces = drawn.OrderBy(group => group.Peek().InMunicipality).ToList();
        var width = Math.Clamp((count + 2) / 3, 1, provinces.Count);
        if (width >= ProvincesWithMunicipality)
        {
            var municipality = provinces[^1];
            provinces.RemoveAt(provinces.Count - 1);
            provinces.Insert(2, municipality);
        }
        var chosen = new List<Division>();
        for (var next = 0; chosen.Count < count; next++)
        {
            if (next >= width * 3) width = provinces.Count;
            var group = provinces[next % width];
            if (group.Count > 0) chosen.Add(group.Dequeue());
        }
        return chosen;
    }

    // Zipf-like: the second city is half the first, but no city is smaller than the floor; the mean stays 1000.
    static int[] Weights(int count)
    {
        var raw = Enumerable.Range(0, count).Select(rank => 1_000_000L / (rank + 3)).ToArray();
        var total = raw.Sum();
        return raw.Select(weight => Math.Max(SmallestWeight, (int)(weight * 1000 * count / total))).ToArray();
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

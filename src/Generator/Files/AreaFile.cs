using System.Globalization;
using System.Text;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>The invented districts of all cities, in one file.</summary>
static class AreaFile
{
    public static long Write(string folder, IReadOnlyList<City> cities, Timeline timeline)
    {
        if (cities.All(city => city.Districts.Length == 0)) return 0;
        var layout = SourceLayout.Of("area");
        Directory.CreateDirectory(Path.Combine(folder, layout.Name));
        using var file = new StreamWriter(Path.Combine(folder, layout.Name, layout.Label + ".csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        file.WriteLine(string.Join(',', layout.Columns.Select(column => column.Label)));
        var updated = DateOnly.FromDayNumber(timeline.FirstDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00:00";
        var rows = 0L;
        foreach (var city in cities)
            for (var position = 1; position <= city.Districts.Length; position++, rows++)
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{city.Districts[position - 1]},{StatedTables.DistrictName(position)},县区级,{city.Code},{updated}"));
        return rows;
    }
}

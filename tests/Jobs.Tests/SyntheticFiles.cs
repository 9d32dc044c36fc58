using DemoCityAnalytics.Generator;

namespace DemoCityAnalytics.Jobs.Tests;

/// <summary>A year of one city's files, as they would be dropped.</summary>
static class SyntheticFiles
{
    public static async Task DropInto(string inbox)
    {
        var folder = Directory.CreateTempSubdirectory("dca-synthetic-").FullName;
        await CityDataGenerator.Generate(
            new GeneratorOptions { Cities = 1, Months = 12, Scale = 0.1m, OutputFolder = Path.Combine(folder, "set") }, null, CancellationToken.None);
        Directory.Move(Path.Combine(folder, "set", "files"), inbox);
        File.Move(Path.Combine(folder, "set", "synthetic.json"), Path.Combine(inbox, "synthetic.json"));
        Directory.Delete(folder, recursive: true);
    }
}

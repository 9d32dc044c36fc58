using DemoCityAnalytics.Cli.Demo;
using DemoCityAnalytics.Cli.Settings;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>A copy of the demo's warehouse for as long as it is needed.</summary>
sealed class DemoCopy : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dca-gallery-");

    public DemoCopy(DemoFolder demo)
    {
        foreach (var file in Directory.EnumerateFiles(demo.Path, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(demo.Files, StringComparison.Ordinal)))
        {
            var place = Path.Combine(folder.FullName, Path.GetRelativePath(demo.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    public EffectiveSettings Settings(EffectiveSettings given) => new DemoFolder(folder.FullName).Settings(given);

    public void Dispose() => folder.Delete(recursive: true);
}

using System.Reflection;
using System.Text;

namespace DemoCityAnalytics.Warehouse.Definitions;

/// <summary>A definition file that is built into an assembly: its path as in the source tree, and its text.</summary>
public sealed record EmbeddedText(string Path, string Text)
{
    /// <summary>File name without folder and ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>All files of this assembly under a folder whose names end so, in the order of their paths.</summary>
    public static IReadOnlyList<EmbeddedText> All(Assembly assembly, string folder, string ending) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new EmbeddedText(name, Read(assembly, name)))
        .ToList();

    /// <exception cref="FileNotFoundException">The assembly holds no such file.</exception>
    public static string Read(Assembly assembly, string path)
    {
        using var stream = assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"{assembly.GetName().Name} holds no file '{path}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

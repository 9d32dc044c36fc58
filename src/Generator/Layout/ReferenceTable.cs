using System.Reflection;

namespace DemoCityAnalytics.Generator.Layout;

/// <summary>The small embedded tables of facts under <c>Reference/</c>: plain comma-separated text without quotes.</summary>
static class ReferenceTable
{
    public static IEnumerable<string[]> Read(string name)
    {
        var path = "Reference/" + name;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"{path} is not embedded in the generator.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Split(',');
    }
}

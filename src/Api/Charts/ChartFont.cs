using ScottPlot;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>
/// The font of picture files: Noto Sans SC cut down to what charts need, with its bounding box set to the real glyphs. Charts drawn with
/// the font as published cut off the tops of titles, because the drawing library measures by the bounding box.
/// </summary>
static class ChartFont
{
    public const string Name = "DCA Sans SC";
    static readonly Lazy<bool> Registered = new(Register);

    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "Fonts", "dca-sans-sc.ttf");

    /// <summary>Makes the font known, once in a process.</summary>
    public static void Use() => _ = Registered.Value;

    static bool Register()
    {
        if (!File.Exists(Path)) throw new FileNotFoundException($"The chart font {Path} is missing; it is part of the program's folder. Build or install again.", Path);
        Fonts.AddFontFile(Name, Path, bold: false, italic: false);
        Fonts.Default = Name;
        return true;
    }
}

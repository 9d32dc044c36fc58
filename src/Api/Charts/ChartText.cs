using System.Text;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;
using SkiaSharp;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Widths of texts in the charts' font, so that nothing is drawn past an edge or over a neighbour.</summary>
static class ChartText
{
    static readonly Lazy<SKTypeface> Typeface = new(() => SKTypeface.FromFile(ChartFont.Path)
        ?? throw new FileNotFoundException($"The chart font {ChartFont.Path} is missing; it is part of the program's folder. Build or install again.", ChartFont.Path));

    public static SKFont Font(double size) => new(Typeface.Value, (float)size) { Subpixel = true };

    public static double Width(string text, double size)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    /// <summary>A mark behind a title, in the brackets of its language.</summary>
    public static string Bracketed(string mark) => mark.Any(char.IsAsciiLetter) ? $" [{mark}]" : $"【{mark}】";

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Fitted(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        for (var length = text.Length - 1; length > 0; length--)
            if (Width(text[..length] + "…", size) <= width) return text[..length] + "…";
        return "";
    }

    /// <summary>A period under an axis: short, and by its last month where it is one of a running series.</summary>
    public static string Tick(Period period, RequestLanguage language) => period.Frequency switch
    {
        Frequency.HalfYear => FigureText.Of(period, language),
        Frequency.YearToDate => period.Last.ToString(),
        _ => period.ToString(),
    };

    /// <summary>Lines no wider than this; Chinese breaks anywhere, other words and what stands in brackets stay whole.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in Words(text).SelectMany(word => Width(word, size) <= width ? [word] : word.Select(letter => letter.ToString())))
        {
            if (line.Length > 0 && Width(line + word.TrimEnd(), size) > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }
            line.Append(word);
        }
        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    static IEnumerable<string> Words(string text)
    {
        var (word, brackets) = (new StringBuilder(), 0);
        foreach (var letter in text)
        {
            if ("【（[(".Contains(letter, StringComparison.Ordinal) && brackets++ == 0 && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            word.Append(letter);
            if ("】）])".Contains(letter, StringComparison.Ordinal)) brackets--;
            if (brackets > 0 || (letter != ' ' && letter < 0x2E80)) continue;
            yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0) yield return word.ToString();
    }
}

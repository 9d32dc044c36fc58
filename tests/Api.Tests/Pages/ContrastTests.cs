using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Endpoints;

namespace DemoCityAnalytics.Api.Tests.Pages;

/// <summary>Colours of the style sheet's tokens, light and dark, against WCAG 2.2: text 4.5 to 1, lines and bars 3 to 1.</summary>
public sealed partial class ContrastTests
{
    [Theory]
    [InlineData("ink", 4.5, "paper", "panel")]
    [InlineData("quiet", 4.5, "paper", "panel")]
    [InlineData("link", 4.5, "paper", "panel")]
    [InlineData("met", 4.5, "paper", "panel")]
    [InlineData("near", 4.5, "paper", "panel")]
    [InlineData("missed", 4.5, "paper", "panel")]
    [InlineData("mark", 4.5, "paper", "mark-paper")]
    [InlineData("on-accent", 4.5, "accent")]
    [InlineData("s0", 3, "paper")]
    [InlineData("target", 3, "paper")]
    [InlineData("bar", 3, "paper")]
    public void Token_StandsOutFromItsGround(string token, double least, params string[] grounds)
    {
        foreach (var (name, tokens) in Schemes())
            foreach (var ground in grounds)
                Assert.True(Contrast(tokens[token], tokens[ground]) >= least, $"{name}: --{token} on --{ground} is {Contrast(tokens[token], tokens[ground]):0.00} to 1, expected {least}");
    }

    [Fact]
    public void Contrast_IsThatOfTheStandard()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 2);
        Assert.Equal(4.48, Contrast("#777777", "#ffffff"), 2);
    }

    static IEnumerable<(string Name, Dictionary<string, string> Tokens)> Schemes()
    {
        var sheet = Assets.Text("site.css");
        var dark = sheet.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var light = Tokens(sheet[..dark]);
        yield return ("light", light);
        var end = sheet.IndexOf("* { box-sizing", StringComparison.Ordinal);
        yield return ("dark", light.Concat(Tokens(sheet[dark..end])).GroupBy(x => x.Key).ToDictionary(g => g.Key, g => g.Last().Value));
    }

    static Dictionary<string, string> Tokens(string css) => Token().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    [GeneratedRegex("--([a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}

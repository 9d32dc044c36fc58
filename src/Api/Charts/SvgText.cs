using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Finishes the drawing library's SVG: a name and a description for those who do not see it, and the same bytes every time.</summary>
static partial class SvgText
{
    public static string Named(string svg, string title, string description)
    {
        // Clip paths are numbered through the whole process; numbered per picture, equal pictures are equal bytes.
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        svg = ClipId().Replace(svg, match =>
        {
            if (!numbers.TryGetValue(match.Value, out var id)) numbers.Add(match.Value, id = "clip" + (numbers.Count + 1).ToString(CultureInfo.InvariantCulture));
            return id;
        });
        var open = svg.IndexOf("<svg", StringComparison.Ordinal);
        var end = svg.IndexOf('>', open);
        return svg[..end]
            + " role=\"img\" aria-labelledby=\"title desc\">"
            + $"<title id=\"title\">{SecurityElement.Escape(title)}</title><desc id=\"desc\">{SecurityElement.Escape(description)}</desc>"
            + svg[(end + 1)..];
    }

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex ClipId();
}

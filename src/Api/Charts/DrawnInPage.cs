using Microsoft.AspNetCore.Html;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>A drawn chart inside a page, twice: wide, and narrow for telephones, where its words keep their size.</summary>
static class DrawnInPage
{
    public const double Wide = 1160;

    /// <summary>A report is as wide as a sheet of paper.</summary>
    public const double Paper = 640;

    public const double Narrow = 340;

    /// <param name="id">Start of the ids inside.</param>
    /// <param name="chart">Draws it at a width.</param>
    /// <param name="wide">The wide one's width.</param>
    public static HtmlString Of(string id, Func<double, DrawnChart> chart, double wide = Wide) => new HtmlString(
        $"<div class=\"chart-wide\">{chart(wide).Svg(id + "-wide")}</div><div class=\"chart-narrow\">{chart(Narrow).Svg(id + "-narrow")}</div>");
}

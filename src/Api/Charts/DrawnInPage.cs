using Microsoft.AspNetCore.Html;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>A drawn chart inside a page, twice: wide, and narrow for telephones, where its words keep their size.</summary>
static class DrawnInPage
{
    public const double Wide = 1160;
    public const double Narrow = 340;

    public static IHtmlContent Of(string id, Func<double, DrawnChart> chart) => new HtmlString(
        $"<div class=\"chart-wide\">{chart(Wide).Svg(id + "-wide")}</div><div class=\"chart-narrow\">{chart(Narrow).Svg(id + "-narrow")}</div>");
}

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Colours of lines, told apart in greyscale and by readers with any colour vision; each line has its own marker as well.</summary>
static class ChartColours
{
    public const string Ink = "#1c2733";
    public const string Quiet = "#5a6775";
    public const string Grid = "#dfe4ea";
    public const string Target = "#8a5a00";
    public const string Mark = "#8f1d1d";

    public static readonly string[] Lines = ["#0b4f8a", "#b3541e", "#1f7a5c", "#7a3f98", "#4a4a4a", "#a3195b"];

    /// <summary>Lines that one chart can hold.</summary>
    public const int Series = 6;
}

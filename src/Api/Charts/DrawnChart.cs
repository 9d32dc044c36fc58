using System.Text;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>One number that a chart shows: where it stands and how it is written, the same as in the table beside it.</summary>
public sealed record ChartCell(string Row, string Column, decimal? Value, string Text);

/// <summary>A chart before it is drawn: its words, the numbers it shows, its size, and how to draw it.</summary>
sealed class DrawnChart
{
    const double Margin = 16;
    const double TitleSize = 18;
    const double TextSize = 12;

    public required string Title { get; init; }

    /// <summary>What the chart says, for those who do not see it: its numbers in words.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<ChartCell> Cells { get; init; }

    public required double Width { get; init; }

    /// <summary>Height of the chart's body, without title and source.</summary>
    public required double BodyHeight { get; init; }

    /// <summary>Draws the body; its top left corner is where the third argument says, and it may use the whole width.</summary>
    public required Action<IDrawing, double, double> Body { get; init; }

    public required string Source { get; init; }

    /// <summary>合成数据, or null for real data.</summary>
    public required string? Mark { get; init; }

    public static (string Source, string? Mark) Words(ReleaseSnapshot release, RequestLanguage language)
    {
        var texts = Texts.In(language);
        return (texts["chart.source", release.Manifest.Name, FigureText.Of(release.Manifest.PublishedAt, language)], release.Manifest.Synthetic ? texts["synthetic.mark"] : null);
    }

    public Answer File(string format)
    {
        if (format != "png") return new Answer(Encoding.UTF8.GetBytes(Svg("chart", onPaper: true)), "image/svg+xml");
        var (titles, sources, height) = Layout();
        using var picture = new PictureDrawing(Width, height);
        Draw(picture, titles, sources);
        return new Answer(picture.Finish(), "image/png");
    }

    /// <param name="id">Start of the ids inside, which must differ on a page with several charts.</param>
    /// <param name="onPaper">A file brings its white paper; inside a page the page is the paper.</param>
    public string Svg(string id, bool onPaper = false)
    {
        var (titles, sources, height) = Layout();
        var svg = new SvgDrawing(Width, height);
        if (onPaper) svg.Rectangle(0, 0, Width, height, Paint.Paper);
        Draw(svg, titles, sources);
        return svg.Finish(id, Title, Description);
    }

    (IReadOnlyList<string> Titles, IReadOnlyList<string> Sources, double Height) Layout()
    {
        var titles = ChartText.Lines(Title + (Mark is null ? "" : ChartText.Bracketed(Mark)), TitleSize, Width - 2 * Margin);
        var sources = ChartText.Lines(Source, TextSize, Width - 2 * Margin);
        return (titles, sources, Margin + titles.Count * 24 + 8 + BodyHeight + 10 + sources.Count * 18 + Margin - 4);
    }

    void Draw(IDrawing drawing, IReadOnlyList<string> titles, IReadOnlyList<string> sources)
    {
        var y = Margin;
        foreach (var title in titles) drawing.Text(Width / 2, (y += 24) - 6, title, TitleSize, Paint.Ink, TextSide.Middle);
        Body(drawing, Width, y += 8);
        y += BodyHeight + 10;
        foreach (var source in sources) drawing.Text(Width / 2, (y += 18) - 5, source, TextSize, Paint.Quiet, TextSide.Middle);
    }
}

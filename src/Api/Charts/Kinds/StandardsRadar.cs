using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>The five standards of one city: the share of judged figures that are on target. A standard without judged figures has no point.</summary>
static class StandardsRadar
{
    const double Height = 400;
    const double TextSize = 13;

    public static DrawnChart Of(Scorecard card, ReleaseSnapshot release, RequestLanguage language, double width)
    {
        var rows = card.Standards.Select(standard =>
        {
            var judged = standard.Rows.Count(row => row.Verdict is Verdict.Met or Verdict.Near or Verdict.Missed);
            var met = standard.Rows.Count(row => row.Verdict == Verdict.Met);
            var share = judged == 0 ? (decimal?)null : HalfUp.Round(100m * met / judged, 1);
            return (Name: language.Of(standard.Name), Share: share, Text: share is { } percent
                ? string.Create(CultureInfo.InvariantCulture, $"{met}/{judged}{language.Aside(percent.ToString("0.0", CultureInfo.InvariantCulture) + "%")}")
                : Texts.In(language)["chart.not_judged"]);
        }).ToList();
        var (source, mark) = DrawnChart.Words(release, language);
        return new DrawnChart
        {
            Title = language.Of($"{card.City.Name}{FigureText.Of(card.Period, language)}五项标准达标情况", $"The five standards, {card.City.Name}, {FigureText.Of(card.Period, language)}"),
            Description = string.Join(language.Of("；", "; "), rows.Select(x => $"{x.Name} {x.Text}")) + language.Of("。", "."),
            Cells = rows.Select(x => new ChartCell(x.Name, "", x.Share, x.Text)).ToList(),
            Width = width,
            BodyHeight = Height,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                var widest = rows.SelectMany(x => new[] { x.Name, x.Text }).Max(text => ChartText.Width(text, TextSize));
                // The corners at the sides leave room for their names.
                var radius = Math.Max(60, Math.Min(Height / 2 - 62, (wide / 2 - widest - 32) / Math.Sin(2 * Math.PI / rows.Count)));
                var (cx, cy, room) = (wide / 2, top + Height / 2 + 8, wide / 2 - radius * Math.Sin(2 * Math.PI / rows.Count) - 24);
                (double X, double Y) At(int i, double share) => (cx + radius * share * Math.Sin(2 * Math.PI * i / rows.Count), cy - radius * share * Math.Cos(2 * Math.PI * i / rows.Count));
                foreach (var ring in new[] { 0.25, 0.5, 0.75, 1.0 })
                {
                    for (var i = 0; i < rows.Count; i++) drawing.Line(At(i, ring).X, At(i, ring).Y, At((i + 1) % rows.Count, ring).X, At((i + 1) % rows.Count, ring).Y, Paint.Grid);
                    drawing.Text(cx + 4, cy - radius * ring + 4, (ring * 100).ToString("0", CultureInfo.InvariantCulture) + "%", TextSize - 3, Paint.Quiet);
                }
                for (var i = 0; i < rows.Count; i++)
                {
                    var (x, y) = At(i, 1);
                    drawing.Line(cx, cy, x, y, Paint.Grid);
                    var side = Math.Abs(x - cx) < 4 ? TextSide.Middle : x > cx ? TextSide.Start : TextSide.End;
                    var (tx, ty) = (x + Math.Sign(Math.Round(x - cx)) * 12, side == TextSide.Middle && y < cy ? y - 32 : y < cy ? y - 22 : y + 14);
                    drawing.Text(tx, ty, ChartText.Fitted(rows[i].Name, TextSize, side == TextSide.Middle ? wide - 32 : room), TextSize, Paint.Ink, side);
                    drawing.Text(tx, ty + 17, rows[i].Text, TextSize - 1, Paint.Quiet, side);
                }
                // The area is drawn over the standards that have a share; none is made up for the others.
                var known = Enumerable.Range(0, rows.Count).Where(i => rows[i].Share is not null).ToList();
                if (known.Count > 2) drawing.Polygon(known.Select(i => At(i, (double)rows[i].Share!.Value / 100)).ToList(), Paint.Line(0), Paint.Line(0));
                foreach (var i in known) drawing.Circle(At(i, (double)rows[i].Share!.Value / 100).X, At(i, (double)rows[i].Share!.Value / 100).Y, 5, Paint.Line(0));
            },
        };
    }
}

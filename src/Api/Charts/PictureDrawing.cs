using SkiaSharp;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Strokes as a PNG, at twice the size so that it prints sharply.</summary>
sealed class PictureDrawing : IDrawing, IDisposable
{
    const float Scale = 2;
    readonly SKSurface surface;
    readonly SKCanvas canvas;

    public PictureDrawing(double width, double height)
    {
        surface = SKSurface.Create(new SKImageInfo((int)(width * Scale), (int)(height * Scale)));
        canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(Scale);
    }

    public byte[] Finish()
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public void Rectangle(double x, double y, double width, double height, Paint fill)
    {
        using var paint = Filled(fill);
        canvas.DrawRect((float)x, (float)y, (float)width, (float)height, paint);
    }

    public void Line(double x1, double y1, double x2, double y2, Paint paint, double width = 1, bool dashed = false)
    {
        using var stroke = Stroked(paint, width);
        using var dash = dashed ? SKPathEffect.CreateDash([5, 4], 0) : null;
        stroke.PathEffect = dash;
        canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, stroke);
    }

    public void Polygon(IReadOnlyList<(double X, double Y)> points, Paint outline, Paint? fill)
    {
        using var path = new SKPath();
        path.AddPoly(points.Select(p => new SKPoint((float)p.X, (float)p.Y)).ToArray());
        if (fill is { } inner)
        {
            using var paint = Filled(inner);
            paint.Color = paint.Color.WithAlpha(64);
            canvas.DrawPath(path, paint);
        }
        using var stroke = Stroked(outline, 2);
        canvas.DrawPath(path, stroke);
    }

    public void Circle(double x, double y, double radius, Paint paint, bool filled = true)
    {
        using var brush = filled ? Filled(paint) : Stroked(paint, 2);
        canvas.DrawCircle((float)x, (float)y, (float)radius, brush);
    }

    public void Text(double x, double y, string text, double size, Paint paint, TextSide side = TextSide.Start)
    {
        using var font = ChartText.Font(size);
        using var brush = Filled(paint);
        canvas.DrawText(text, (float)x, (float)y, side switch { TextSide.Middle => SKTextAlign.Center, TextSide.End => SKTextAlign.Right, _ => SKTextAlign.Left }, font, brush);
    }

    public void Dispose() => surface.Dispose();

    static SKPaint Filled(Paint paint) => new() { Color = SKColor.Parse(paint.Hex), IsAntialias = true, Style = SKPaintStyle.Fill };

    static SKPaint Stroked(Paint paint, double width) => new() { Color = SKColor.Parse(paint.Hex), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = (float)width };
}

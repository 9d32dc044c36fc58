using System.Text;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>Text on its way to a stream, passed on in pieces and only by asynchronous writes, which the web server demands.</summary>
sealed class TextOutput(Stream to)
{
    const int Piece = 1 << 15;
    readonly StringBuilder text = new(Piece + 1024);

    public StringBuilder Text => text;

    /// <summary>Passes the text on once there is a piece of it.</summary>
    public ValueTask MayPass(CancellationToken cancel) => text.Length < Piece ? ValueTask.CompletedTask : Pass(cancel);

    public async ValueTask Pass(CancellationToken cancel)
    {
        if (text.Length == 0) return;
        await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
        text.Clear();
    }
}

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>Physical lines that end with a line feed; the carriage return before it, if any, is white space.</summary>
sealed class Utf8Lines(Stream utf8) : JsonTexts
{
    const int LongestLine = 16 << 20;

    byte[] buffer = new byte[64 << 10];
    int start;
    int end;
    int line;
    bool finished;
    long position;

    public override long Position => position;

    public override bool Next(out ReadOnlySpan<byte> text, out int number)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0 && !finished && end - start < LongestLine)
            {
                Fill();
                continue;
            }
            if (length < 0 && start == end)
            {
                text = default;
                number = line;
                return false;
            }
            if (length < 0) length = end - start;
            text = buffer.AsSpan(start, length);
            var next = Math.Min(end, start + length + 1);
            position += next - start;
            start = next;
            number = ++line;
            return true;
        }
    }

    void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = utf8.Read(buffer, end, buffer.Length - end);
        finished = read == 0;
        end += read;
    }

    public override void Dispose() => utf8.Dispose();
}

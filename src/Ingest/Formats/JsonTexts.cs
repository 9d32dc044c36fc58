namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>The texts of JSON values, one after the other, each with its number in the file.</summary>
abstract class JsonTexts : IDisposable
{
    /// <summary>The next text and its number, from 1; false at the end.</summary>
    public abstract bool Next(out ReadOnlySpan<byte> text, out int number);

    public abstract long Position { get; }

    public abstract void Dispose();
}

/// <summary>
/// The elements of a list <c>[{…}, {…}]</c>, found by their brackets alone, so that a broken element costs only itself. They are
/// numbered, because many of them may stand on one line.
/// </summary>
sealed class JsonElements(Stream utf8) : JsonTexts
{
    const int LongestElement = 16 << 20;

    byte[] buffer = new byte[64 << 10];
    int start;
    int end;
    int number;
    long position;
    bool begun;
    bool finished;

    public override long Position => position;

    public override bool Next(out ReadOnlySpan<byte> text, out int number)
    {
        text = default;
        number = 0;
        if (!begun)
        {
            begun = true;
            while (Available() && buffer[start] != '[') Skip(1);
            if (Available()) Skip(1);
        }
        while (Available() && (buffer[start] <= ' ' || buffer[start] == ',')) Skip(1);
        if (!Available() || buffer[start] == ']') return false;
        var length = Length();
        text = buffer.AsSpan(start, length);
        number = ++this.number;
        Skip(length);
        return true;
    }

    // Up to the comma or bracket that ends the element; brackets and commas inside texts do not count.
    int Length()
    {
        var depth = 0;
        var quoted = false;
        for (var at = 0; ; at++)
        {
            if (start + at == end && (end - start >= LongestElement || !Fill())) return at;
            var letter = buffer[start + at];
            if (quoted)
            {
                if (letter == '\\')
                {
                    at++;
                    if (start + at == end && !Fill()) return at;
                }
                else if (letter == '"') quoted = false;
                continue;
            }
            switch (letter)
            {
                case (byte)'"':
                    quoted = true;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when depth > 0:
                    depth--;
                    break;
                case (byte)']' or (byte)',' when depth == 0:
                    return at;
            }
        }
    }

    bool Available() => start < end || Fill();

    void Skip(int bytes)
    {
        start += bytes;
        position += bytes;
    }

    bool Fill()
    {
        if (finished) return false;
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = utf8.Read(buffer, end, buffer.Length - end);
        finished = read == 0;
        end += read;
        return read > 0;
    }

    public override void Dispose() => utf8.Dispose();
}

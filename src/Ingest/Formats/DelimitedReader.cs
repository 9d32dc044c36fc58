using System.Buffers;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>How a delimited text parts and quotes its cells.</summary>
/// <param name="Escape">Stands before a quote that is text; 0 when there is none. The quote itself by default: it is doubled.</param>
public sealed record Dialect(byte Delimiter, byte Quote = (byte)'"', byte Escape = (byte)'"');

/// <summary>
/// Cuts delimited text (CSV, TSV) into records, over UTF-8 bytes. A record that cannot be cut with certainty (a quote that is not
/// closed, text after a closing quote, a quote inside a cell without quotes) is given back as its first physical line with a fault;
/// reading goes on at the next line.
/// </summary>
public sealed class DelimitedReader(Stream utf8, Dialect dialect) : RecordReader
{
    readonly byte delimiter = dialect.Delimiter;
    readonly byte quote = dialect.Quote;
    readonly SearchValues<byte> ends = SearchValues.Create([dialect.Delimiter, dialect.Quote, (byte)'\r', (byte)'\n']);
    readonly SearchValues<byte> quotes = SearchValues.Create([dialect.Quote, dialect.Escape == 0 ? dialect.Quote : dialect.Escape]);
    const int LongestRecord = 16 << 20;

    readonly List<int> escaped = [];
    byte[] buffer = new byte[256 << 10];
    int start;
    int end;
    int line = 1;
    bool finished;
    long consumedBefore;

    enum Outcome { Record, NeedsMore, Broken, End }

    public override long Position => consumedBefore + start;

    public override bool Read(Record record)
    {
        while (true)
        {
            switch (Cut(record, out var next, out var lines, out var fault))
            {
                case Outcome.Record:
                    foreach (var cell in escaped) record.Unescape(cell, quote, dialect.Escape);
                    start = next;
                    line += lines;
                    return true;
                case Outcome.End:
                    return false;
                case Outcome.NeedsMore:
                    Fill();
                    break;
                default:
                    FirstLineOnly(record, fault);
                    record.IsFaultOnFirstLine = fault != RecordFault.QuoteNotClosed && lines == 1;
                    return true;
            }
        }
    }

    Outcome Cut(Record record, out int next, out int lines, out RecordFault fault)
    {
        record.Begin(buffer, line);
        escaped.Clear();
        fault = RecordFault.None;
        lines = 1;
        next = start;
        var position = start;
        while (true)
        {
            if (position == end)
            {
                if (!finished) return Outcome.NeedsMore;
                if (record.Count == 0) return Outcome.End;
                record.Add(position, 0);
                next = position;
                return Outcome.Record;
            }

            int cellEnd;
            if (buffer[position] == quote)
            {
                var closing = ClosingQuote(position + 1, out var hasEscapes);
                if (closing < 0)
                {
                    fault = RecordFault.QuoteNotClosed;
                    return finished || end - start >= LongestRecord ? Outcome.Broken : Outcome.NeedsMore;
                }
                if (hasEscapes) escaped.Add(record.Count);
                record.Add(position + 1, closing - position - 1);
                lines += LineBreaks(buffer.AsSpan(position + 1, closing - position - 1));
                cellEnd = closing + 1;
                if (cellEnd == end)
                {
                    if (!finished) return Outcome.NeedsMore;
                    next = end;
                    return Outcome.Record;
                }
                if (buffer[cellEnd] != delimiter && buffer[cellEnd] is not ((byte)'\r' or (byte)'\n'))
                {
                    fault = RecordFault.TextAfterQuote;
                    return Outcome.Broken;
                }
            }
            else
            {
                var length = buffer.AsSpan(position, end - position).IndexOfAny(ends);
                if (length >= 0 && buffer[position + length] == quote)
                {
                    fault = RecordFault.QuoteInText;
                    return Outcome.Broken;
                }
                if (length < 0)
                {
                    if (!finished) return Outcome.NeedsMore;
                    record.Add(position, end - position);
                    next = end;
                    return Outcome.Record;
                }
                record.Add(position, length);
                cellEnd = position + length;
            }

            if (buffer[cellEnd] == delimiter)
            {
                position = cellEnd + 1;
                continue;
            }
            if (buffer[cellEnd] == '\r')
            {
                if (cellEnd + 1 == end && !finished) return Outcome.NeedsMore;
                if (cellEnd + 1 < end && buffer[cellEnd + 1] == '\n') cellEnd++;
            }
            next = cellEnd + 1;
            return Outcome.Record;
        }
    }

    int ClosingQuote(int from, out bool hasEscapes)
    {
        hasEscapes = false;
        while (true)
        {
            var found = buffer.AsSpan(from, end - from).IndexOfAny(quotes);
            if (found < 0) return -1;
            var at = from + found;
            var isQuote = buffer[at] == quote;
            if (at + 1 == end) return finished && isQuote ? at : -1;
            var escapes = buffer[at] == dialect.Escape && buffer[at + 1] == quote;
            if (isQuote && !escapes) return at;
            hasEscapes |= escapes;
            from = at + (escapes ? 2 : 1);
        }
    }

    void FirstLineOnly(Record record, RecordFault fault)
    {
        // The line may be longer than what has been read of it, and its end two bytes.
        var length = LineLength();
        while ((length < 0 || start + length + 2 > end) && !finished)
        {
            Fill();
            length = LineLength();
        }
        if (length < 0) length = end - start;
        record.Begin(buffer, line);
        record.Add(start, length);
        record.Fault = fault;
        start += length;
        if (start < end && buffer[start] == '\r') start++;
        if (start < end && buffer[start] == '\n') start++;
        line++;
    }

    int LineLength() => buffer.AsSpan(start, end - start).IndexOfAny((byte)'\r', (byte)'\n');

    void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            consumedBefore += start;
            end -= start;
            start = 0;
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = utf8.Read(buffer, end, buffer.Length - end);
        if (read == 0) finished = true;
        end += read;
    }

    static int LineBreaks(ReadOnlySpan<byte> cell)
    {
        var feeds = cell.Count((byte)'\n');
        return feeds > 0 ? feeds : cell.Count((byte)'\r');
    }

    public override void Dispose() => utf8.Dispose();
}

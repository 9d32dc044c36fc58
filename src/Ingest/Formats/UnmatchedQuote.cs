using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Cuts a line that has one quote too many into a known number of cells: the quote is text where that leaves one way to cut. With several
/// ways, or more quotes to explain, the line is not cut; a delimiter that was lost beside quotes looks like that.
/// </summary>
sealed class UnmatchedQuote(Dialect dialect)
{
    const int LongestLine = 1 << 16;

    readonly char delimiter = (char)dialect.Delimiter;
    readonly char quote = (char)dialect.Quote;
    readonly char escape = (char)dialect.Escape;

    /// <summary>A way to cut the rest of a line: how many quotes it takes for text, its first cell, and the way on. Others may take as many.</summary>
    sealed record Way(int Quotes, string Cell, Way? Rest, bool IsOnlyOne);

    public IReadOnlyList<string>? Cells(string line, int columns)
    {
        if (line.Length > LongestLine) return null;
        if (Best(line, 0, columns, []) is not { IsOnlyOne: true } way) return null;
        var cells = new List<string>();
        for (var step = way; step is not null; step = step.Rest) cells.Add(step.Cell);
        return cells;
    }

    Way? Best(string line, int from, int columns, Dictionary<(int From, int Columns), Way?> known)
    {
        if (known.TryGetValue((from, columns), out var found)) return found;
        Way? best = null;
        foreach (var (end, cell, quotes) in FirstCells(line, from))
        {
            var isLast = end == line.Length;
            if (quotes > 1 || isLast != (columns == 1)) continue;
            var rest = isLast ? null : Best(line, end + 1, columns - 1, known);
            if (!isLast && (rest is null || quotes + rest.Quotes > 1)) continue;
            var way = new Way(quotes + (rest?.Quotes ?? 0), cell, rest, rest?.IsOnlyOne ?? true);
            if (best is null || way.Quotes < best.Quotes) best = way;
            else if (way.Quotes == best.Quotes) best = best with { IsOnlyOne = false };
        }
        return known[(from, columns)] = best;
    }

    // The cell up to the next delimiter as it stands; and, where it begins with a quote, up to each quote that a delimiter or the line's end follows.
    IEnumerable<(int End, string Cell, int Quotes)> FirstCells(string line, int from)
    {
        var next = line.IndexOf(delimiter, from);
        var end = next < 0 ? line.Length : next;
        yield return (end, line[from..end], line.AsSpan(from, end - from).Count(quote));
        if (from == line.Length || line[from] != quote) yield break;
        for (var closing = line.IndexOf(quote, from + 1); closing >= 0; closing = line.IndexOf(quote, closing + 1))
        {
            if (closing + 1 < line.Length && line[closing + 1] != delimiter) continue;
            var (text, quotes) = Unescaped(line.AsSpan(from + 1, closing - from - 1));
            yield return (closing + 1, text, quotes);
        }
    }

    (string Text, int Quotes) Unescaped(ReadOnlySpan<char> inner)
    {
        var (text, quotes) = (new StringBuilder(inner.Length), 0);
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] == escape && at + 1 < inner.Length && inner[at + 1] == quote) at++;
            else if (inner[at] == quote) quotes++;
            text.Append(inner[at]);
        }
        return (text.ToString(), quotes);
    }
}

using System.Globalization;
using System.Text;

namespace DemoCityAnalytics.Metrics.Models;

/// <summary>
/// A small table read whole from comma-separated text (RFC 4180, UTF-8, line breaks inside quotes allowed), its columns found by name.
/// For tables of cases and series given on the command line; what cities deliver goes through the contracts.
/// </summary>
public sealed class CsvTable
{
    readonly Dictionary<string, int> columns;
    readonly IReadOnlyList<int> lines;

    CsvTable(string name, IReadOnlyList<string> header, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> records)
    {
        Name = name;
        columns = header.Select((column, at) => (column, at)).GroupBy(x => x.column, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().at, StringComparer.Ordinal);
        Rows = [.. records.Select(record => record.Cells)];
        lines = [.. records.Select(record => record.Line)];
    }

    /// <summary>Name of the file, as messages call the table.</summary>
    public string Name { get; }

    /// <summary>Names of the columns, in their order.</summary>
    public IReadOnlyCollection<string> Columns => columns.Keys;

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>File and line of a row, by its place among <see cref="Rows"/>.</summary>
    public string PlaceOf(int row) => string.Create(CultureInfo.InvariantCulture, $"{Name} line {lines[row]}");

    /// <exception cref="FormatException">The file is empty or a row has another number of cells than the header.</exception>
    public static async Task<CsvTable> Read(string file, CancellationToken cancel) =>
        Parse(await File.ReadAllTextAsync(file, cancel), Path.GetFileName(file));

    /// <exception cref="FormatException">The text is empty or a row has another number of cells than the header.</exception>
    /// <param name="ragged">Rows may have fewer or more cells than the header.</param>
    public static CsvTable Parse(string text, string name, bool ragged = false)
    {
        var records = Records(text.TrimStart('\uFEFF')).Where(record => record.Cells is not [""]).ToList();
        if (records.Count == 0) throw new FormatException($"{name} is empty; expected a header line and rows under it.");
        IReadOnlyList<string> header = [.. records[0].Cells.Select(cell => cell.Trim())];
        foreach (var (line, cells) in records.Skip(1))
            if (!ragged && cells.Count != header.Count)
                throw new FormatException($"{name} line {line}: {cells.Count} cells found, expected {header.Count} as in the header.");
        return new(name, header, records[1..]);
    }

    /// <summary>Place of a column in every row.</summary>
    /// <exception cref="FormatException">The header does not have it.</exception>
    public int Column(string column) => columns.TryGetValue(column, out var at)
        ? at
        : throw new FormatException($"{Name} has no column '{column}'; it has {string.Join(", ", columns.Keys)}.");

    public bool Has(string column) => columns.ContainsKey(column);

    static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records(string text)
    {
        var (cells, cell, quoted, line, started) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\n') line++;
            if (quoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
                continue;
            }
            switch (letter)
            {
                case '"' when cell.Length == 0:
                    quoted = true;
                    break;
                case ',':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    yield return (started, cells);
                    (cells, started) = ([], line);
                    break;
                default:
                    cell.Append(letter);
                    break;
            }
        }
        if (cell.Length == 0 && cells.Count == 0) yield break;
        cells.Add(cell.ToString());
        yield return (started, cells);
    }
}

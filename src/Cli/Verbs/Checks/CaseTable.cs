using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>One row of a table of cases: its number, from 1, and its cells by the name of their column.</summary>
sealed record Case(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];
}

/// <summary>Reads a table named on the command line; a missing or misshapen file is a mistake in the call.</summary>
static class CaseTable
{
    public static async Task<CsvTable> Read(FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"There is no file {file.FullName}.");
        try
        {
            return await CsvTable.Read(file.FullName, cancel);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>The cells of these columns, row by row, without the blanks around them; cells that a row lacks are empty.</summary>
    public static async Task<IReadOnlyList<Case>> Read(FileInfo file, IReadOnlyList<string> columns, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"There is no file {file.FullName}.");
        try
        {
            var table = CsvTable.Parse(await File.ReadAllTextAsync(file.FullName, cancel), file.Name, ragged: true);
            var places = columns.ToDictionary(column => column, table.Column, StringComparer.Ordinal);
            return
            [
                .. table.Rows.Where(cells => cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                    .Select((cells, row) => new Case(row + 1, places.ToDictionary(place => place.Key, place => cells.ElementAtOrDefault(place.Value)?.Trim() ?? "", StringComparer.Ordinal))),
            ];
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}

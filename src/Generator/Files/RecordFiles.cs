using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Faults;
using DemoCityAnalytics.Generator.Formats;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>Writes the files of the further tables of one city.</summary>
sealed class RecordFiles(Exporter exporter, City city, Timeline quarters, Timeline years, FaultPlan plan, FaultyRows faulty)
{
    const int RowsPerFault = 4;

    /// <summary>Returns the rows written.</summary>
    public long Write(RecordTable table, CancellationToken cancel)
    {
        var source = table.Layout.Name;
        var files = FileDivision.Of(source, quarters, years);
        var written = 0L;
        var rows = table.Rows(files).ToLookup(row => row.File);
        // A period without records has its file, too: it says that there were none. Registers need not say so.
        for (var file = 0; file < (FileDivision.IsDivided(source) ? files.Files.Count : 1); file++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!rows[file].Any() && !FileDivision.IsDivided(source)) continue;
            written += WriteFile(table, FileDivision.IsDivided(source) ? files.Files[file].Name : "", rows[file].ToArray(), plan.In(source, new(city.Index, file)));
        }
        return written;
    }

    long WriteFile(RecordTable table, string period, SentRow[] rows, IReadOnlyList<FaultRecipe> faults)
    {
        using var file = exporter.Open(table.Layout, period, rows.Length == 0 ? 0 : rows.Length + faults.Count);
        foreach (var row in rows) file.Write(row.Cells, row.Salt);
        for (var number = 0; number < faults.Count; number++)
        {
            var recipe = faults[number];
            // A sound row with the fault put in: it is refused, or what the fault makes empty was empty before, so that no figure changes.
            // So few rows that the refused ones among them would fail the load.
            if (rows.Length < RowsPerFault * (number + 1)) break;
            var at = Array.FindIndex(rows, (int)(rows[^1].Salt % (ulong)rows.Length), row => recipe.Suits(row.Cells, table.Layout));
            if (at < 0) at = Array.FindIndex(rows, row => recipe.Suits(row.Cells, table.Layout));
            if (at >= 0) faulty.Write(file, recipe, table.Layout, [.. rows[at].Cells], rows[at].Salt);
        }
        return file.Rows;
    }
}

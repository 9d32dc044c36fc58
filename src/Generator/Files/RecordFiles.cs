using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Faults;
using DemoCityAnalytics.Generator.Formats;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>Writes the files of the further tables of one city.</summary>
sealed class RecordFiles(Exporter exporter, City city, Timeline quarters, Timeline years, FaultPlan plan, FaultyRows faulty)
{
    /// <summary>Returns the rows written.</summary>
    public long Write(RecordTable table, CancellationToken cancel)
    {
        var source = table.Layout.Name;
        var files = FileDivision.Of(source, quarters, years);
        var written = 0L;
        foreach (var rows in table.Rows(files).GroupBy(row => row.File).OrderBy(group => group.Key))
        {
            cancel.ThrowIfCancellationRequested();
            written += WriteFile(table, FileDivision.IsDivided(source) ? files.Files[rows.Key].Name : "", rows.ToArray(), plan.In(source, new(city.Index, rows.Key)));
        }
        return written;
    }

    long WriteFile(RecordTable table, string period, SentRow[] rows, IReadOnlyList<FaultRecipe> faults)
    {
        using var file = exporter.Open(table.Layout, period, rows.Length + faults.Count);
        foreach (var row in rows) file.Write(row.Cells, row.Salt);
        for (var number = 0; number < faults.Count; number++)
        {
            var recipe = faults[number];
            // A sound row with the fault put in: it is refused, or what the fault makes empty was empty before, so that no figure changes.
            var at = Array.FindIndex(rows, (int)(rows[^1].Salt % (ulong)rows.Length), row => recipe.Suits(row.Cells, table.Layout));
            if (at < 0) at = Array.FindIndex(rows, row => recipe.Suits(row.Cells, table.Layout));
            if (at >= 0) faulty.Write(file, recipe, table.Layout, [.. rows[at].Cells], rows[at].Salt);
        }
        return file.Rows;
    }
}

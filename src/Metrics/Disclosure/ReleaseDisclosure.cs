using System.Reflection;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>
/// Finds, once for each release, the figures that are held back: every reader of the release is answered by it (<c>observation.held_back</c>).
/// </summary>
static class ReleaseDisclosure
{
    /// <summary>Fills the temporary tables <c>held_back</c> and <c>held_back_year</c> from the observations of the warehouse.</summary>
    public static void Find(DuckDBConnection connection, IReadOnlyCollection<IndicatorHeader> headers, int minimumPersons, CancellationToken cancel)
    {
        var tables = PersonTable.Of(headers);
        connection.Execute("CREATE OR REPLACE TEMP TABLE person_view (set_number INTEGER, indicator VARCHAR, variant VARCHAR, above BOOLEAN, below BOOLEAN)");
        for (var set = 0; set < tables.Count; set++)
            foreach (var view in tables[set].Views)
                connection.Execute("INSERT INTO person_view VALUES ($set, $indicator, $variant, $above, $below)",
                    ("set", set), ("indicator", view.Indicator), ("variant", view.Variant), ("above", view.Above), ("below", view.Below));
        connection.Execute(Text("person_cells"), ("minimum", minimumPersons));
        var areas = new AreaTree(connection.Query("SELECT area_code, parent_code FROM ref.area", row => (row.GetInt32(0), row.IsDBNull(1) ? (int?)null : row.GetInt32(1))));
        var hidden = new List<(int Number, HiddenBecause Because)>();
        for (var set = 0; set < tables.Count; set++)
        {
            cancel.ThrowIfCancellationRequested();
            hidden.AddRange(HiddenCells.Of(areas, Cells(connection, set), tables[set].Adds, tables[set].Stands).Select(x => (x.Cell.Number, x.Because)));
        }
        connection.Execute("CREATE OR REPLACE TEMP TABLE hidden_cell (number INTEGER, because VARCHAR)");
        if (hidden.Count > 0)
            ArrowImport.Run(connection, new Stream(hidden), "hidden_stream", "INSERT INTO hidden_cell BY NAME SELECT * FROM hidden_stream", cancel);
        connection.Execute(Text("held_back"));
    }

    static List<PersonCell> Cells(DuckDBConnection connection, int set) => connection.Query(
        "SELECT number, area_code, period, breakdown, member, stated, small, empty FROM person_cell WHERE set_number = $set ORDER BY number",
        row => new PersonCell(
            row.GetInt32(0), row.GetInt32(1), Period.Parse(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7)),
        ("set", set));

    static string Text(string name) => EmbeddedText.Read(Assembly.GetExecutingAssembly(), $"Disclosure/{name}.sql");

    // All in one batch: they are few beside the figures.
    sealed class Stream(IReadOnlyCollection<(int Number, HiddenBecause Because)> hidden) : IArrowArrayStream
    {
        bool read;

        public Schema Schema { get; } = new([new("number", Int32Type.Default, false), new("because", StringType.Default, false)], []);

        public ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
        {
            if (read) return ValueTask.FromResult<RecordBatch?>(null);
            read = true;
            return ValueTask.FromResult<RecordBatch?>(new RecordBatch(
                Schema,
                [new Int32Array.Builder().AppendRange(hidden.Select(x => x.Number)).Build(), new StringArray.Builder().AppendRange(hidden.Select(x => x.Because.ToString())).Build()],
                hidden.Count));
        }

        public void Dispose()
        {
        }
    }
}

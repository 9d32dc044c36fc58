using System.Runtime.InteropServices;
using Apache.Arrow.C;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Warehouse.Storage;

/// <summary>
/// Makes a stream of Arrow record batches readable as a view, through DuckDB's C interface. This is how typed rows enter the
/// database: columns keep their exact types, and memory does not grow with the number of rows.
/// </summary>
public static unsafe partial class ArrowImport
{
    /// <summary>Runs a statement that reads the stream as the view <paramref name="view"/>, once.</summary>
    /// <returns>Number of rows the statement changed.</returns>
    public static int Run(
        DuckDBConnection connection, IArrowArrayStream stream, string view, string sql, CancellationToken cancel = default,
        params (string Name, object? Value)[] parameters)
    {
        var native = CArrowArrayStream.Create();
        try
        {
            CArrowArrayStreamExporter.ExportArrayStream(stream, native);
            if (DuckDbArrowScan(connection.NativeConnection.DangerousGetHandle(), view, native) != 0)
                throw new InvalidOperationException($"The Arrow stream could not be opened as the view {view}.");
            using var command = connection.Command(sql, parameters);
            // Not the asynchronous form: it asks over and over whether it is done, which costs what it measures.
            using var stop = cancel.Register(command.Cancel);
            var rows = command.ExecuteNonQuery();
            Drop(connection, view);
            return rows;
        }
        catch (Exception)
        {
            // What went wrong must not be hidden: in an aborted transaction nothing can be dropped, and the view goes with it.
            try
            {
                Drop(connection, view);
            }
            catch (DuckDBException)
            {
            }
            throw;
        }
        finally
        {
            CArrowArrayStream.Free(native);
        }
    }

    static void Drop(DuckDBConnection connection, string view) => connection.Execute($"DROP VIEW IF EXISTS {Sql.Identifier(view)}");

    [LibraryImport("duckdb", EntryPoint = "duckdb_arrow_scan", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int DuckDbArrowScan(nint connection, string view, CArrowArrayStream* stream);
}

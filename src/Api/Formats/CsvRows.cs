namespace DemoCityAnalytics.Api.Formats;

/// <summary>CSV (RFC 4180) with a byte order mark: codes as text, decimals with their declared digits, empty where there is no value.</summary>
sealed class CsvRows : ObservationFormat
{
    public override string Name => "csv";
    public override string MediaType => "text/csv; charset=utf-8";
    public override string Extension => "csv";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var columns = TableColumns.Of(set);
        var output = new TextOutput(to);
        output.Text.Append('\uFEFF').AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
        foreach (var row in set.Rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0) output.Text.Append(',');
                output.Text.Append(TableColumns.Csv(TableColumns.Harmless(TableColumns.Text(columns[i].Cell(row)))));
            }
            output.Text.Append("\r\n");
            await output.MayPass(cancel);
        }
        await output.Pass(cancel);
    }
}

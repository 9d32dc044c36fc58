using System.Text;
using ExcelDataReader;

namespace DemoCityAnalytics.Generator.Tests.Formats;

/// <summary>A workbook's first sheet as another program reads it.</summary>
public sealed record Sheet(IReadOnlyList<object?[]> Rows, IReadOnlyList<CellRange> Merged)
{
    static Sheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Sheet Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToArray());
        return new(rows, reader.MergeCells ?? []);
    }
}

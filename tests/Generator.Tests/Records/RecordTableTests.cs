using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Records;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Tests.Records;

/// <summary>All further tables of one city, drawn once.</summary>
public sealed class RecordTableTests
{
    static readonly Timeline Quarters = new(2023 * 12, 24);
    static readonly Timeline Years = new(2023 * 12, 24, monthsPerFile: 12);
    static readonly City City = new(0, 130100, "测试市", 130000, "测试省", CitySystem.StandardCsv, 1000, [130191, 130192, 130193], 77);

    readonly IReadOnlyList<RecordTable> _tables = Tables();

    [Fact]
    public void EveryColumn_HasACellOfItsType()
    {
        foreach (var table in _tables)
        {
            var rows = table.Rows(FileDivision.Of(table.Layout.Name, Quarters, Years)).ToArray();
            Assert.NotEmpty(rows);
            foreach (var column in table.Layout.Columns)
                Assert.All(rows, row => Assert.True(Suits(column, row.Cells[column.Index]), $"{table.Layout.Name}.{column.Name}: {row.Cells[column.Index]}"));
        }
    }

    [Fact]
    public void LaterVersions_OfARecord_AreUpdatedLater()
    {
        var corrected = 0;
        foreach (var table in _tables)
        {
            var rows = table.Rows(FileDivision.Of(table.Layout.Name, Quarters, Years)).ToArray();
            var updated = table.Layout["updated_at"];
            foreach (var (before, after) in rows.Zip(rows.Skip(1)).Where(pair => pair.First.Salt == pair.Second.Salt))
            {
                Assert.True(after.Cells[updated].Number > before.Cells[updated].Number, table.Layout.Name);
                Assert.True(after.File >= before.File, table.Layout.Name);
                corrected++;
            }
        }
        Assert.True(corrected > 50, $"{corrected} records came in two versions.");
    }

    [Fact]
    public void Drawn_Again_TheRecordsAreTheSame()
    {
        var again = Tables();
        foreach (var (table, other) in _tables.Zip(again))
            Assert.Equal(Text(table), Text(other));
    }

    static string Text(RecordTable table) =>
        string.Join('\n', table.Rows(FileDivision.Of(table.Layout.Name, Quarters, Years)).Select(row => $"{row.File} {row.Salt} {string.Join('|', row.Cells)}"));

    static bool Suits(Column column, in Cell cell) => cell.Kind == CellKind.Empty || column.Type switch
    {
        ColumnType.Integer => cell.Kind == CellKind.Integer,
        ColumnType.Decimal => cell.Kind == CellKind.Hundredths,
        ColumnType.Date => cell.Kind == CellKind.Date,
        ColumnType.Moment => cell.Kind == CellKind.Moment,
        ColumnType.Month => cell.Kind == CellKind.Month,
        ColumnType.YesNo => cell.Kind == CellKind.YesNo,
        ColumnType.Code => cell.Kind == CellKind.Code,
        ColumnType.Person => cell.Kind == CellKind.Text && PersonNumber.IsValid(cell.Text!),
        ColumnType.CreditCode => cell.Kind == CellKind.Text && CreditCode.IsValid(cell.Text!),
        _ => cell.Kind == CellKind.Text,
    };

    static IReadOnlyList<RecordTable> Tables()
    {
        var volume = new Volume(City, Quarters, 5);
        var employers = new Employers(City, 1);
        var truth = new CityTruth(City, Quarters);
        var employments = new EmploymentRegistrations(City, Quarters, volume, employers);
        EventStream[] streams = [employments, new UnemploymentRegistrations(City, Quarters, volume, employments), new JobPostings(City, Quarters, volume, employers)];
        foreach (var stream in streams)
            for (var month = Quarters.First; month <= Quarters.Last; month++)
                for (var ordinal = 0; ordinal < stream.Count(month); ordinal++)
                    if (stream.DrawEvent(month, ordinal)) stream.Count(truth);
        var tables = RecordTables.Of(new Scene(City, Quarters, truth.Calendar, volume, employers, truth.Log)).ToArray();
        foreach (var table in tables) table.Draw();
        return tables;
    }
}

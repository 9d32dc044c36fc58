using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>One row as a file holds it; the salt varies how it is written.</summary>
readonly record struct SentRow(int File, Cell[] Cells, ulong Salt);

/// <summary>A table whose records of one city are all drawn at once: small beside the streams of events.</summary>
abstract class RecordTable(string source)
{
    public SourceLayout Layout { get; } = SourceLayout.Of(source);

    /// <summary>Draws the records and notes them in the city's log, for the tables drawn later and for the truth.</summary>
    public abstract void Draw();

    /// <summary>All rows of the files, in the order of the records.</summary>
    public abstract IEnumerable<SentRow> Rows(Timeline files);
}

/// <summary>
/// A table by its records, each as it stands in the end. Some were first sent as they stood before; some come late, and some twice.
/// </summary>
abstract class RecordTable<TRecord>(string source, Scene scene) : RecordTable(source)
    where TRecord : class
{
    // Shares in thousandths.
    const int Late = 40, Repeated = 15;

    const int SecondsPerDay = 86_400;

    protected Scene Scene { get; } = scene;

    public override void Draw()
    {
        foreach (var record in Records()) Scene.Log.Add(record);
    }

    public override IEnumerable<SentRow> Rows(Timeline files)
    {
        var divided = FileDivision.IsDivided(Layout.Name);
        var last = divided ? files.Files.Count - 1 : 0;
        var number = 0;
        foreach (var record in Scene.Log.Of<TRecord>())
        {
            var draw = Scene.Draw(Layout.Name + " sent", number++);
            var salt = draw.Next();
            var day = DayOf(record);
            var file = divided ? files.FileOf(Timeline.MonthOf(day)) : 0;
            if (draw.PerMille(Late)) file = Math.Min(last, file + 1);
            var sent = (day + draw.Between(4, 12)) * (long)SecondsPerDay + draw.Between(8 * 3600, 18 * 3600);
            if (Before(record, ref draw) is { } before)
            {
                yield return new(file, Row(before, sent), salt);
                file = Math.Min(last, file + draw.Below(2));
                sent += draw.Between(1, 30) * (long)SecondsPerDay;
            }
            var row = Row(record, sent);
            yield return new(file, row, salt);
            if (draw.PerMille(Repeated)) yield return new(Math.Min(last, file + draw.Below(2)), row, salt + 1);
        }
    }

    protected abstract IEnumerable<TRecord> Records();

    /// <summary>Day by which the record belongs into a file.</summary>
    protected abstract int DayOf(TRecord record);

    /// <summary>The cells of a record; the last, the time of its update, is filled in afterwards.</summary>
    protected abstract Cell[] Cells(TRecord record);

    /// <summary>How the record stood when it was first sent, if that was otherwise.</summary>
    protected virtual TRecord? Before(TRecord record, ref Draw draw) => null;

    protected static Cell YesNo(bool? answer) => answer is { } known ? Cell.YesNo(known) : Cell.Empty;

    Cell[] Row(TRecord record, long updated)
    {
        var cells = Cells(record);
        cells[^1] = Cell.Moment(updated);
        return cells;
    }
}

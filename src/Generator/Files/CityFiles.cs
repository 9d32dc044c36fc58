using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Faults;
using DemoCityAnalytics.Generator.Formats;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Records;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>
/// Writes all files of one city and counts its truth on the way. Memory holds the file being written, the names of events
/// that later files send again, and the log from which the city's truth is counted.
/// </summary>
sealed class CityFiles
{
    // Ordinals of events that carry a fault; no month has so many ordinary events.
    const int FaultOrdinals = 9_000_000;

    // A workbook's limit is judged with room for corrections and repeats.
    const int RowsPerEvent = 2;

    readonly record struct Pending(int Month, int Ordinal, int Version);

    readonly City _city;
    readonly Timeline _quarters;
    readonly Timeline _years;
    readonly FaultPlan _plan;
    readonly Exporter _exporter;
    readonly Employers _employers;
    readonly StatedTables _stated;
    readonly EventStream[] _streams;
    readonly SurveyAnswers _survey;
    readonly Scene _scene;
    readonly FaultyRows _faulty = new();

    public CityFiles(string folder, City city, Timeline quarters, Timeline years, decimal scale, FaultPlan plan)
    {
        (_city, _quarters, _years, _plan) = (city, quarters, years, plan);
        _exporter = new Exporter(folder, city);
        Truth = new CityTruth(city, quarters);
        var volume = new Volume(city, quarters, scale);
        _employers = new Employers(city, scale);
        _scene = new Scene(city, quarters, Truth.Calendar, volume, _employers, Truth.Log);
        var employments = new EmploymentRegistrations(city, quarters, volume, _employers);
        var attritions = new NaturalAttrition(city, quarters, volume, employments);
        _streams =
        [
            employments, attritions, new UnemploymentRegistrations(city, quarters, volume, employments), new JobPostings(city, quarters, volume, _employers),
            new JobSeekers(city, quarters, volume, employments), new ServiceRatings(city, quarters, volume),
        ];
        _survey = new SurveyAnswers(city, years, volume);
        _stated = new StatedTables(city, quarters, volume, employments, attritions);
    }

    public CityTruth Truth { get; }

    public IReadOnlyDictionary<FaultKind, long> Faults => _faulty.Counts;

    public SortedDictionary<string, long> Rows { get; } = new(StringComparer.Ordinal);

    public int Files => _exporter.Files;

    public void Write(CancellationToken cancel)
    {
        foreach (var stream in _streams) WriteStream(stream, _quarters, cancel);
        WriteStream(_survey, _years, cancel);
        WriteStock();
        WriteTargets();
        WriteEmployers();
        WriteRecords(RecordTables.Of(_scene), cancel);
        WriteRecords(RecordTables.ClaimsOf(_scene, Truth.CountRecords()), cancel);
        Truth.Close();
    }

    void WriteStream(EventStream stream, Timeline timeline, CancellationToken cancel)
    {
        var layout = stream.Layout;
        var pending = timeline.Files.Select(_ => new List<Pending>()).ToArray();
        var mostRows = MostRows(stream, timeline);
        for (var file = 0; file < timeline.Files.Count; file++)
        {
            cancel.ThrowIfCancellationRequested();
            var period = timeline.Files[file];
            var faults = _plan.In(layout.Name, new(_city.Index, file));
            if (MonthsOf(stream, timeline, period).All(month => stream.Count(month) == 0) && pending[file].Count == 0) continue;
            using var table = _exporter.Open(layout, period.Name, mostRows);
            foreach (var month in MonthsOf(stream, timeline, period))
            {
                WriteMonth(stream, table, month, file, pending);
                cancel.ThrowIfCancellationRequested();
            }
            foreach (var again in pending[file])
            {
                stream.DrawEvent(again.Month, again.Ordinal);
                table.Write(stream.Fill(again.Version), stream.Salt);
            }
            pending[file] = [];
            for (var number = 0; number < faults.Count; number++) WriteFault(stream, table, faults[number], period, file, FaultOrdinals + file * 1000 + number);
            AddRows(layout.Name, table.Rows);
        }
    }

    void WriteMonth(EventStream stream, TableFile table, int month, int file, List<Pending>[] pending)
    {
        var count = stream.Count(month);
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            if (!stream.DrawEvent(month, ordinal)) continue;
            stream.Count(Truth);
            foreach (var sending in stream.Sendings)
            {
                if (sending.File == file) table.Write(stream.Fill(sending.Version), stream.Salt);
                else pending[sending.File].Add(new(month, ordinal, sending.Version));
            }
        }
    }

    void WriteFault(EventStream stream, TableFile table, FaultRecipe recipe, FilePeriod period, int file, int ordinal)
    {
        var months = Enumerable.Range(period.First, period.Last - period.First + 1).Where(month => stream.Count(month) > 0).ToArray();
        if (months.Length == 0) return;
        stream.DrawPlain(months[ordinal % months.Length], ordinal, file);
        if (recipe.Action == FaultAction.Clear) stream.Clear(recipe.Kind.Column);
        if (recipe.Action == FaultAction.BreakIdentifier) stream.Break(recipe.Kind.Column);
        if (recipe.Kind.Severity == FaultKind.Warning) stream.Count(Truth);
        _faulty.Write(table, recipe, stream.Layout, stream.Fill(0).ToArray(), stream.Salt);
    }

    void WriteStock()
    {
        var layout = SourceLayout.Of("labour_stock");
        for (var file = 0; file < _quarters.Files.Count; file++)
        {
            using var table = _exporter.Open(layout, _quarters.Files[file].Name, mostRows: 100);
            foreach (var (month, isCorrection) in _stated.StockMonths(file))
                foreach (var area in _stated.StockAreas)
                {
                    var row = _stated.StockRow(month, area, isCorrection);
                    table.Write(row.Cells, row.Salt);
                    Truth.StateStock(month, area, _stated.Stock(month, area));
                }
            for (var month = _quarters.Files[file].First; month <= _quarters.Files[file].Last; month++)
                if (month % 12 == 11) Truth.Log.Add(new LabourForce(month, _stated.LabourForce(month)));
            foreach (var recipe in _plan.In(layout.Name, new(_city.Index, file)))
            {
                var row = _stated.StockRow(_quarters.Files[file].First, _stated.StockAreas.First(), isCorrection: false);
                _faulty.Write(table, recipe, layout, row.Cells, row.Salt);
            }
            AddRows(layout.Name, table.Rows);
        }
    }

    void WriteTargets()
    {
        var layout = SourceLayout.Of("target_plan");
        for (var position = 0; position < _quarters.Years.Count; position++)
        {
            var year = _quarters.Years[position];
            // A file named by a year speaks of all its months, also of those after the run.
            var name = new FilePeriod(year * 12, year * 12 + 11).Name;
            using var table = _quarters.HasWholeYear(year) ? _exporter.Open(layout, name, mostRows: 100) : _exporter.Open(layout, "", mostRows: 100, mark: name);
            foreach (var row in _stated.TargetRows(year)) table.Write(row.Cells, row.Salt);
            if (_stated.Target(year) is { } target) Truth.StateTarget(year, target);
            foreach (var (indicator, hundredths) in _stated.OtherTargets(year)) Truth.StateTarget(indicator, year, hundredths);
            foreach (var recipe in _plan.In(layout.Name, new(_city.Index, position)))
            {
                var row = _stated.TargetRows(year).Last();
                _faulty.Write(table, recipe, layout, row.Cells, row.Salt);
            }
            AddRows(layout.Name, table.Rows);
        }
    }

    void WriteEmployers()
    {
        var layout = SourceLayout.Of("employers");
        using var table = _exporter.Open(layout, "", _employers.Count);
        foreach (var employer in _employers.All)
        {
            var row = _stated.EmployerRow(employer);
            table.Write(row.Cells, row.Salt);
        }
        AddRows(layout.Name, table.Rows);
    }

    void WriteRecords(IEnumerable<RecordTable> tables, CancellationToken cancel)
    {
        var files = new RecordFiles(_exporter, _city, _quarters, _years, _plan, _faulty);
        foreach (var table in tables)
        {
            table.Draw();
            AddRows(table.Layout.Name, files.Write(table, cancel));
        }
    }

    static int MostRows(EventStream stream, Timeline timeline) => timeline.Files
        .Max(period => MonthsOf(stream, timeline, period).Sum(stream.Count)) * RowsPerEvent;

    // The first file also holds what was still open from before.
    static IEnumerable<int> MonthsOf(EventStream stream, Timeline timeline, FilePeriod period)
    {
        var first = period.First == timeline.First ? period.First - stream.MonthsBefore : period.First;
        return Enumerable.Range(first, period.Last - first + 1);
    }

    void AddRows(string source, long rows) => Rows[source] = Rows.GetValueOrDefault(source) + rows;
}

using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Faults;
using DemoCityAnalytics.Generator.Files;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator;

/// <summary>
/// Writes synthetic records (合成数据) as city systems export them, and the exact figures and refusals that they must lead to.
/// It shares no code with the loader and the engine, so that each can be checked against the other.
/// </summary>
public static class CityDataGenerator
{
    /// <summary>Changed whenever the same options give other bytes.</summary>
    public const int Version = 2;

    /// <exception cref="ArgumentException">An option is out of its range, or the folder holds something already.</exception>
    public static async Task<GeneratorReport> Generate(GeneratorOptions options, IProgress<GeneratorProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var quarters = new Timeline(Timeline.Parse(options.Start), options.Months);
        var years = new Timeline(quarters.First, options.Months, monthsPerFile: 12);
        var cities = CityChoice.Choose(options, quarters);
        var folder = Directory.CreateDirectory(options.OutputFolder).FullName;
        var files = Path.Combine(folder, "files");
        var plan = FaultPlanning.Plan(cities, quarters, years);

        var written = new CityFiles[cities.Count];
        var (done, rows, gate) = (0, 0L, new Lock());
        // Cities have nothing in common, so they are written side by side; each file is the work of one thread.
        await Parallel.ForEachAsync(cities, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, (city, stop) =>
        {
            var cityFiles = new CityFiles(files, city, quarters, years, options.Scale, plan);
            cityFiles.Write(stop);
            written[city.Index] = cityFiles;
            lock (gate)
            {
                rows += cityFiles.Rows.Values.Sum();
                progress?.Report(new(++done, cities.Count, rows));
            }
            return ValueTask.CompletedTask;
        });

        var areaRows = AreaFile.Write(files, cities, quarters);
        var calendarRows = CalendarFile.Write(files, quarters);
        var faults = Sum(written.SelectMany(city => city.Faults));
        var truth = Directory.CreateDirectory(Path.Combine(folder, "truth")).FullName;
        TruthFiles.WriteRejections(Path.Combine(truth, "rejections.csv"), faults);
        var observations = TruthFiles.WriteObservations(Path.Combine(truth, "observations.csv"), written.Select(city => city.Truth).ToArray(), new PeriodGrid(quarters));

        var rowsBySource = Sum(written.SelectMany(city => city.Rows));
        if (areaRows > 0) rowsBySource["area"] = areaRows;
        rowsBySource["workday_calendar"] = calendarRows;
        var report = new GeneratorReport(
            folder, rowsBySource, written.Sum(city => city.Files) + (areaRows > 0 ? 2 : 1),
            faults.Where(fault => fault.Key.Severity == FaultKind.Rejection).Sum(fault => fault.Value),
            faults.Where(fault => fault.Key.Severity == FaultKind.Warning).Sum(fault => fault.Value), observations);
        Marker.Write(folder, options, report, cities);
        return report;
    }

    static void Check(GeneratorOptions options)
    {
        if (options.Months is < 1 or > 240) throw new ArgumentException($"Months is {options.Months}, expected 1 to 240.");
        if (options.Scale is <= 0 or > 10_000) throw new ArgumentException($"Scale is {options.Scale}, expected more than 0 and at most 10000.");
        if (Directory.Exists(options.OutputFolder) && Directory.EnumerateFileSystemEntries(options.OutputFolder).Any())
            throw new ArgumentException($"The folder '{options.OutputFolder}' is not empty; name a new folder, or empty it first.");
    }

    static SortedDictionary<TKey, long> Sum<TKey>(IEnumerable<KeyValuePair<TKey, long>> counts) where TKey : notnull
    {
        var sums = new SortedDictionary<TKey, long>(Comparer<TKey>.Create((left, right) =>
            left is string text ? string.CompareOrdinal(text, right as string) : Comparer<TKey>.Default.Compare(left, right)));
        foreach (var (key, count) in counts) sums[key] = sums.GetValueOrDefault(key) + count;
        return sums;
    }
}

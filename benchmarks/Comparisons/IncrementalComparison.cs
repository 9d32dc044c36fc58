using System.Globalization;
using DemoCityAnalytics.Benchmarks.Questions;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Benchmarks.Comparisons;

/// <summary>
/// What does one late file cost beside computing everything anew? All files of a generated nation but one are loaded and computed; then the late
/// one; then everything again, which must find nothing to change.
/// </summary>
public static class IncrementalComparison
{
    /// <returns>0 when the figures after the late file are those of a full computation, 1 otherwise.</returns>
    public static int Run(int cities, int months, TextWriter output)
    {
        // A fifth of the usual volume: many cities with few rows each is the hard case for an increment.
        using var nation = new BenchmarkCity(cities, months, scale: 0.2m);
        var late = Directory.GetFiles(Path.Combine(nation.Files, "files", "job_postings")).Order(StringComparer.Ordinal).Last();
        var aside = Path.Combine(nation.Files, "late");
        File.Move(late, aside);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cities} cities, {months} months, {nation.Rows:#,0} rows; late: {Path.GetFileName(late)}"));

        using var warehouse = nation.NewWarehouse();
        var metrics = BenchmarkCity.MetricsOf(warehouse);
        var loader = BenchmarkCity.LoaderOf(warehouse);
        var options = LoadOptions.Default with { Synthetic = true };
        loader.LoadFolder(nation.Files, options, null, CancellationToken.None).GetAwaiter().GetResult();
        metrics.Compute(CancellationToken.None).GetAwaiter().GetResult(); // warms up, too

        File.Move(aside, late);
        loader.Load("job_postings", late, options, null, CancellationToken.None).GetAwaiter().GetResult();
        ComputeSummary? changed = null, again = null;
        var increment = Reading.Median("after one late file", 1, () => changed = metrics.Compute(CancellationToken.None).GetAwaiter().GetResult());
        using (var connection = warehouse.Connect()) connection.Execute("DELETE FROM ops.definition");
        var full = Reading.Median("everything again", 1, () => again = metrics.Compute(CancellationToken.None).GetAwaiter().GetResult());

        output.WriteLine($"{increment}; {changed!.Cities} city touched, {Count(changed.Changes.Computed)} figures computed, {Count(changed.Changes.Added)} new or changed");
        output.WriteLine($"{full}; {again!.Cities} cities, {Count(again.Changes.Computed)} figures computed");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"figures that a full computation finds otherwise: {again.Changes.Added + again.Changes.Ended}; one late file to everything: CPU {increment.Cpu / full.Cpu:0.000}, wall {increment.Wall / full.Wall:0.000}"));
        return again.Changes.Added + again.Changes.Ended == 0 && changed.Changes.Added > 0 ? 0 : 1;
    }

    static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}

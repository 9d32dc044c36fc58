using System.Globalization;
using BenchmarkDotNet.Running;
using DemoCityAnalytics.Benchmarks.Comparisons;

// compare compute DATA SQL, compare load DATA, compare incremental CITIES MONTHS, compare api: the product beside a plain way, in one run. Anything else goes to BenchmarkDotNet.
return args switch
{
    ["compare", "compute", var data, var sql] => ComputeComparison.Run(data, sql, Console.Out),
    ["compare", "load", var data] => LoadComparison.Run(data, Console.Out),
    ["compare", "incremental", var cities, var months] => IncrementalComparison.Run(int.Parse(cities, CultureInfo.InvariantCulture), int.Parse(months, CultureInfo.InvariantCulture), Console.Out),
    ["compare", "api"] => await ApiComparison.Run(Console.Out),
    ["compare", ..] => Usage(),
    _ => Benchmarks(args),
};

static int Usage()
{
    Console.Error.WriteLine("compare compute DATA_FOLDER SQL_FOLDER, compare load DATA_FOLDER, compare incremental CITIES MONTHS, or compare api");
    return 2;
}

static int Benchmarks(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(ComputeComparison).Assembly).Run(arguments);
    return 0;
}

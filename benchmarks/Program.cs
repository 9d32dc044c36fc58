using BenchmarkDotNet.Running;
using DemoCityAnalytics.Benchmarks.Comparisons;

// compare compute DATA SQL, compare load DATA: the product beside a plain way, in one run. Anything else goes to BenchmarkDotNet.
return args switch
{
    ["compare", "compute", var data, var sql] => ComputeComparison.Run(data, sql, Console.Out),
    ["compare", "load", var data] => LoadComparison.Run(data, Console.Out),
    ["compare", ..] => Usage(),
    _ => Benchmarks(args),
};

static int Usage()
{
    Console.Error.WriteLine("compare compute DATA_FOLDER SQL_FOLDER, or compare load DATA_FOLDER");
    return 2;
}

static int Benchmarks(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(ComputeComparison).Assembly).Run(arguments);
    return 0;
}

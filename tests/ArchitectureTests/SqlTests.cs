using System.Text.RegularExpressions;

namespace DemoCityAnalytics.ArchitectureTests;

/// <summary>What may not stand in any SQL of the product, because its result changes with threads or row order.</summary>
public sealed partial class SqlTests
{
    public static TheoryData<string> SqlFiles => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.sql", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(SqlFiles))]
    public void Sql_HasNoUnreproducibleAggregate(string file)
    {
        var found = Unreproducible().Match(WithoutComments(File.ReadAllText(Path.Combine(Repository.Root, file))));

        Assert.False(found.Success, $"{file}: '{found.Value}' is not reproducible; use integers or DECIMAL with a total order.");
    }

    [Theory]
    [InlineData("SELECT avg(x) FROM t")]
    [InlineData("SELECT sum(x::DOUBLE) FROM t")]
    [InlineData("SELECT approx_count_distinct(x) FROM t")]
    [InlineData("SELECT first(x) FROM t")]
    [InlineData("SELECT arg_max(x, y) FROM t")]
    public void Sql_GuardSeesEachKind(string sql) => Assert.Matches(Unreproducible(), sql);

    static string WithoutComments(string sql) => Comments().Replace(sql, "");

    [GeneratedRegex(@"\b(avg|mode|first|last|any_value|arg_min|arg_max|approx_\w+|median|quantile_cont)\s*\(|::\s*(DOUBLE|FLOAT|REAL)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unreproducible();

    [GeneratedRegex(@"/\*.*?\*/|--[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();
}

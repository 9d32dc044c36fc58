using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>A parameter's value from a month on, until the next one's.</summary>
public sealed record ParameterValue
{
    public required string EffectiveFrom { get; init; }

    /// <summary>The paper that sets the value, or that it is our own.</summary>
    public required string Source { get; init; }

    public int? Value { get; init; }

    /// <summary>Values by area code, for a parameter that differs between areas.</summary>
    public IReadOnlyDictionary<int, int>? ByArea { get; init; }
}

/// <summary>The content of a parameter file.</summary>
public sealed record ParameterHeader
{
    /// <summary>File name.</summary>
    public required string Parameter { get; init; }

    public required BilingualText Name { get; init; }
    public required string Unit { get; init; }

    /// <summary>Codes of the indicators that follow it.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    public required IReadOnlyList<ParameterValue> Values { get; init; }
}

/// <summary>One value of a parameter as rules read it.</summary>
/// <param name="AreaCode">The area that it holds for; null for all.</param>
/// <param name="Next">The month from which it holds no longer.</param>
public sealed record ParameterRow(string Parameter, int? AreaCode, int Value, Month First, Month Next);

/// <summary>
/// A number that a rule takes from outside: a time limit, months of follow-up, a quota's base. SQL reads it as <c>param.&lt;parameter&gt;</c>
/// (month, area_code, value), so that a new value is a line with a month and never a change of a rule.
/// </summary>
public sealed record ParameterDefinition(ParameterHeader Header, string Hash)
{
    static readonly Month Forever = new(9999, 12);

    public IEnumerable<ParameterRow> Rows()
    {
        var ordered = Header.Values.Select(value => (From: Month.Parse(value.EffectiveFrom), Value: value)).OrderBy(x => x.From).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var (from, value) = ordered[i];
            var until = i + 1 < ordered.Count ? ordered[i + 1].From : Forever;
            foreach (var (area, number) in value.ByArea?.OrderBy(x => x.Key).Select(x => ((int?)x.Key, x.Value)) ?? [(null, value.Value!.Value)])
                yield return new ParameterRow(Header.Parameter, area, number, from, until);
        }
    }

    public static IReadOnlyList<ParameterDefinition> BuiltIn() =>
        [.. EmbeddedText.All(Assembly.GetExecutingAssembly(), "Parameters", ".yaml").Select(Read).OrderBy(x => x.Header.Parameter, StringComparer.Ordinal)];

    internal static ParameterDefinition Read(EmbeddedText file)
    {
        var header = DefinitionReader.Read<ParameterHeader>(file.Text, file.Path);
        var issues = new List<DefinitionIssue>();
        if (header.Parameter != file.Name) issues.Add(new(file.Path, 1, $"parameter is '{header.Parameter}', expected the file's name '{file.Name}'."));
        if (header.Values.Count == 0) issues.Add(new(file.Path, 1, "a parameter needs at least one value."));
        foreach (var value in header.Values)
        {
            if (!Month.TryParse(value.EffectiveFrom, out _)) issues.Add(new(file.Path, 1, $"effective_from is '{value.EffectiveFrom}', expected a month as in 2023-01."));
            if (value.Value is null == value.ByArea is null) issues.Add(new(file.Path, 1, $"the value of {value.EffectiveFrom} needs either 'value' or 'by_area'."));
        }
        if (header.Values.GroupBy(x => x.EffectiveFrom, StringComparer.Ordinal).Any(x => x.Count() > 1)) issues.Add(new(file.Path, 1, "two values begin in the same month."));
        if (issues.Count > 0) throw new DefinitionException(issues);
        var text = file.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return new ParameterDefinition(header, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}

using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>Reads one definition file and checks everything that can be known without running its SQL.</summary>
static partial class DefinitionLoader
{
    static readonly string[] DimensionTypes = ["INTEGER", "UTINYINT", "VARCHAR", "BOOLEAN"];

    public static MartDefinition Mart(EmbeddedText text)
    {
        var file = DefinitionFile.Parse(text);
        var header = DefinitionReader.Read<MartHeader>(file.Yaml, file.Path, DefinitionFile.FirstYamlLine);
        var issues = new List<DefinitionIssue>();
        if (header.Mart != file.Name) issues.Add(file.Issue("mart", $"mart is '{header.Mart}', expected the file's name '{file.Name}'."));
        if (header.Measures.Count == 0) issues.Add(file.Issue("measures", "a mart needs at least one measure."));
        if (!header.Dimensions.ContainsKey("month")) issues.Add(file.Issue("dimensions", "the dimension 'month' is missing."));
        foreach (var name in header.Wide.Except(header.Measures)) issues.Add(file.Issue("wide", $"'{name}' is not a measure{NearestName.Hint(name, header.Measures)}."));
        foreach (var (name, type) in header.Dimensions.Where(x => !DimensionTypes.Contains(x.Value)))
            issues.Add(file.Issue(name, $"{name} has type '{type}', expected one of {string.Join(", ", DimensionTypes)}."));
        var read = Names(InputTable(), file.Sql);
        if (CalendarTable().IsMatch(file.Sql)) read.Add(Engine.SideViews.CalendarSource);
        foreach (var source in read.Except(header.Sources.Keys))
            issues.Add(file.Issue("sources", $"the SQL reads input.{source}, which is not among the sources{NearestName.Hint(source, header.Sources.Keys)}."));
        foreach (var source in header.Sources.Keys.Except(read))
            issues.Add(file.Issue("sources", $"the SQL does not read input.{source}."));
        return issues.Count == 0 ? new MartDefinition(header, file.Path, file.Sql, file.Hash) : throw new DefinitionException(issues);
    }

    public static IndicatorDefinition Indicator(EmbeddedText text, IReadOnlyList<MartDefinition> marts)
    {
        var file = DefinitionFile.Parse(text);
        var header = DefinitionReader.Read<IndicatorHeader>(file.Yaml, file.Path, DefinitionFile.FirstYamlLine);
        var issues = new List<DefinitionIssue>();
        if (header.Id != file.Name) issues.Add(file.Issue("id", $"id is '{header.Id}', expected the file's name '{file.Name}'."));
        if (!IdForm().IsMatch(header.Id)) issues.Add(file.Issue("id", $"id is '{header.Id}', expected a catalogue code, an underscore and a name, as in E05_registered_unemployment_rate."));
        if (header.Clauses.Count == 0 == (header.Model is null) || header.Clauses.Any(clause => !ClauseForm().IsMatch(clause)))
            issues.Add(file.Issue("clauses", "expected clauses of the notice, S1.1 to S5.5."));
        if (header.Version < 1) issues.Add(file.Issue("version", "versions count from 1."));
        if (header.Decimals is < 0 or > 6) issues.Add(file.Issue("decimals", "expected 0 to 6 decimals."));
        if (header.Frequencies.Count == 0) issues.Add(file.Issue("frequencies", "expected at least one frequency."));

        var read = Names(MartTable(), file.Sql);
        var known = marts.Select(x => x.Header.Mart).ToList();
        foreach (var mart in read.Except(known)) issues.Add(file.Issue("id", $"the SQL reads mart.{mart}, which is not a mart{NearestName.Hint(mart, known)}."));
        if (read.Count == 0) issues.Add(file.Issue("id", "the SQL reads no mart."));
        issues.AddRange(HeaderRules.Check(header).Select(x => file.Issue(x.Key, x.Message)));
        if (issues.Count > 0) throw new DefinitionException(issues);

        return Indicator(header, file.Path, file.Sql, file.Hash, marts);
    }

    /// <summary>A definition whose header was checked before, as it lies in a release.</summary>
    public static IndicatorDefinition Indicator(IndicatorHeader header, string path, string sql, string hash, IReadOnlyList<MartDefinition> marts)
    {
        var read = Names(MartTable(), sql);
        var used = marts.Where(x => read.Contains(x.Header.Mart)).ToList();
        return new IndicatorDefinition(
            header, path, sql, hash, used.Select(x => x.Header.Mart).ToList(), used.SelectMany(x => x.Header.Sources.Keys).Distinct().Order(StringComparer.Ordinal).ToList());
    }

    static List<string> Names(Regex table, string sql) =>
        table.Matches(Comments().Replace(sql, "")).Select(x => x.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();

    [GeneratedRegex(@"\binput\.([a-z_0-9]+)")]
    private static partial Regex InputTable();

    [GeneratedRegex(@"\bcalendar\.workday\b")]
    private static partial Regex CalendarTable();

    [GeneratedRegex(@"\bmart\.([a-z_0-9]+)")]
    private static partial Regex MartTable();

    [GeneratedRegex(@"/\*.*?\*/|--[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("^[A-EMPR][0-9]{2}_[a-z][a-z0-9_]*$")]
    private static partial Regex IdForm();

    [GeneratedRegex("^(S[1-5]\\.[1-6]|六（[一二三四五]）)$")]
    private static partial Regex ClauseForm();
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Contracts;

/// <summary>Reads a contract file and checks that what it says fits together; every mistake is listed with its line.</summary>
public static class ContractReader
{
    static readonly Dictionary<string, ColumnType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = ColumnType.Text,
        ["code"] = ColumnType.Code,
        ["integer"] = ColumnType.Integer,
        ["decimal"] = ColumnType.Decimal,
        ["date"] = ColumnType.Date,
        ["datetime"] = ColumnType.DateTime,
        ["month"] = ColumnType.Month,
        ["yes_no"] = ColumnType.YesNo,
        ["area"] = ColumnType.Area,
        ["person"] = ColumnType.Person,
        ["credit_code"] = ColumnType.CreditCode,
        ["salary"] = ColumnType.Salary,
    };

    /// <exception cref="DefinitionException">The contract has mistakes.</exception>
    public static Contract Read(string yaml, string file, string stagingSql, IReadOnlyDictionary<string, CodeList> lists)
    {
        var definition = DefinitionReader.Read<ContractDefinition>(yaml, file);
        var issues = new List<DefinitionIssue>();
        void Report(string near, string message) => issues.Add(new(file, LineOf(yaml, near), message));

        var columns = new Dictionary<string, ContractColumn>(StringComparer.Ordinal);
        foreach (var (name, column) in definition.Columns)
        {
            if (!Types.TryGetValue(column.Type, out var type))
                Report(name, $"column {name} has the type '{column.Type}', expected one of {string.Join(", ", Types.Keys)}{NearestName.Hint(column.Type, Types.Keys)}.");
            CodeList? list = null;
            if (type == ColumnType.Code && (column.List is null || !lists.TryGetValue(column.List, out list)))
                Report(name, $"column {name} names the code list '{column.List}', expected one of {string.Join(", ", lists.Keys)}{NearestName.Hint(column.List ?? "", lists.Keys)}.");
            if (column.Pattern is { } pattern && !IsPattern(pattern))
                Report(name, $"the pattern '{pattern}' of column {name} is not a regular expression.");
            columns.Add(name, new ContractColumn(columns.Count, name, type, column, list));
        }

        ContractColumn? Named(string? name, string key)
        {
            if (name is null) return null;
            if (columns.TryGetValue(name, out var found)) return found;
            Report(key, $"{key} names the column '{name}', which the contract does not have{NearestName.Hint(name, columns.Keys)}.");
            return null;
        }
        List<ContractColumn> AllNamed(IEnumerable<string> names, string key) =>
            names.Select(name => Named(name, key)).OfType<ContractColumn>().ToList();

        if (definition.Key.Count == 0 == (definition.KeyFirstOf.Count == 0))
            Report("source", "expected either key or key_first_of, with at least one column.");
        if (definition.FailsAbove is < 0 or > 1)
            Report("fails_above", $"fails_above is {definition.FailsAbove}, expected a share from 0 to 1.");
        foreach (var column in columns.Values) AllNamed(column.Definition.Fills, column.Name);

        var rules = new List<OrderRule>();
        foreach (var rule in definition.Rules)
        {
            if (AllNamed(rule.Order, rule.Id) is [var earlier, var later]) rules.Add(new OrderRule(rule.Id, earlier, later));
            else if (rule.Order.Count != 2) Report(rule.Id, $"rule {rule.Id} orders {rule.Order.Count} columns, expected two: the earlier, the later.");
        }
        foreach (var (version, names) in definition.Headers)
            foreach (var (head, column) in names) Named(column, version);

        var contract = new Contract
        {
            Source = definition.Source,
            Name = definition.Name,
            Edition = definition.Edition,
            Describes = definition.Describes,
            Origin = definition.Origin,
            WrittenHere = definition.WrittenHere,
            Columns = [.. columns.Values],
            Key = AllNamed(definition.Key.Count > 0 ? definition.Key : definition.KeyFirstOf, "key"),
            KeyIsFirstOf = definition.KeyFirstOf.Count > 0,
            Place = Named(definition.Place, "place"),
            Period = Named(definition.Period, "period"),
            Updated = Named(definition.Updated, "updated") ?? columns.GetValueOrDefault("updated_at"),
            FailsAbove = definition.FailsAbove,
            Rules = rules,
            Headers = [.. StandingHeaders(columns.Values), .. definition.Headers.Select(header => ListedHeader(header.Key, header.Value, columns))],
            StagingSql = stagingSql,
            Hash = Hash(yaml, stagingSql, columns.Values),
        };
        return issues.Count > 0 ? throw new DefinitionException(issues) : contract;
    }

    // Every contract has these three without listing them. A column without a code of its own keeps its Chinese label under hrss.
    static IEnumerable<HeaderVersion> StandingHeaders(IReadOnlyCollection<ContractColumn> columns) =>
    [
        Header("zh", columns.Select(column => (column.Zh, column))),
        Header("hrss", columns.Select(column => (column.Definition.Hrss ?? column.Zh, column))),
        Header("canonical", columns.Select(column => (column.Name, column))),
    ];

    static HeaderVersion Header(string name, IEnumerable<(string Head, ContractColumn Column)> columns)
    {
        var heads = new Dictionary<string, ContractColumn?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (head, column) in columns) heads.TryAdd(HeadName.Normal(head), column);
        return new HeaderVersion(name, WithAdded(heads));
    }

    static HeaderVersion ListedHeader(string name, Dictionary<string, string?> heads, Dictionary<string, ContractColumn> columns) =>
        new(name, WithAdded(heads.ToDictionary(
            head => HeadName.Normal(head.Key), head => head.Value is null ? null : columns.GetValueOrDefault(head.Value), StringComparer.OrdinalIgnoreCase)));

    // A file of rejected rows comes back with the columns that said why.
    static Dictionary<string, ContractColumn?> WithAdded(Dictionary<string, ContractColumn?> heads)
    {
        foreach (var added in RejectedRows.AddedHeads) heads.TryAdd(added, null);
        return heads;
    }

    static string Hash(string yaml, string stagingSql, IEnumerable<ContractColumn> columns)
    {
        var lists = columns.Select(column => column.List).OfType<CodeList>().DistinctBy(list => list.Name).OrderBy(list => list.Name, StringComparer.Ordinal);
        var text = string.Join('\0', lists.Select(list => list.Text).Prepend(stagingSql).Prepend(yaml));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    static int LineOf(string yaml, string near)
    {
        var lines = yaml.Split('\n');
        var at = Array.FindIndex(lines, line => Regex.IsMatch(line, $@"(^|\s|\{{){Regex.Escape(near)}\s*(:|,|$)"));
        return at < 0 ? 1 : at + 1;
    }
}

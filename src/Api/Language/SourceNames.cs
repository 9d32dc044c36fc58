using System.Reflection;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Language;

/// <summary>Names of the sources' columns and codes, from contracts and code lists, so that a source row reads as its sender knows it.</summary>
public static class SourceNames
{
    static readonly ContractCatalogue Contracts = ContractCatalogue.BuiltIn();

    static readonly Dictionary<string, BilingualText> Parts = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Language/parts.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))
        .ToDictionary(cells => cells[0], cells => new BilingualText { Zh = cells[1], En = cells[2] }, StringComparer.Ordinal);

    /// <summary>The source's name, as its contract has it.</summary>
    public static string Of(string source, RequestLanguage language) => Contracts.TryGet(source, out var contract) ? language.Of(contract.Name) : source;

    /// <summary>The column's name; null for columns that the platform has added, which are no part of what was sent.</summary>
    public static string? Column(string source, string column, RequestLanguage language)
    {
        var texts = Texts.In(language);
        if (column is "person_key" or "salary_min" or "salary_max") return texts["cell." + column];
        return Find(source, column) is not { } found ? null : language.Of(found.Zh, column.Replace('_', ' '));
    }

    /// <summary>The cell as a person reads it: a code with its label, yes and no in words.</summary>
    public static string Value(string source, string column, string value, RequestLanguage language)
    {
        if (value is "true" or "false") return Texts.In(language)["cell." + value];
        if (Find(source, column)?.List is not { } list) return value;
        // Codes of occupations go deeper than the list: 3-01-02 belongs to 3.
        var code = list.Codes.FirstOrDefault(x => x.Value == value) ?? list.Codes.FirstOrDefault(x => value.StartsWith(x.Value + "-", StringComparison.Ordinal));
        return code is null ? value : language.Of($"{code.Zh}（{value}）", $"{code.En} ({value})");
    }

    /// <summary>What a part of a figure counts; its own name where it has no other.</summary>
    public static string Part(string part, RequestLanguage language) => Parts.TryGetValue(part, out var name) ? language.Of(name) : part;

    static ContractColumn? Find(string source, string column) =>
        Contracts.TryGet(source, out var contract) ? contract.Columns.FirstOrDefault(x => x.Name == column) : null;
}

using System.Reflection;
using System.Text;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Contracts;

/// <summary>One entry of a code list.</summary>
public sealed record Code(string Value, string Zh, string En);

/// <summary>A code list. A cell may hold the code, the Chinese label or an alias; the code is what is stored.</summary>
public sealed class CodeList
{
    readonly Utf8Table<byte[]> spellings = new();

    CodeList(EmbeddedText file)
    {
        Name = file.Name;
        Text = file.Text;
        var issues = new List<DefinitionIssue>();
        var lines = file.Text.TrimEnd('\n').Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            if (cells.Length != 4)
            {
                issues.Add(new(file.Path, i + 1, $"{cells.Length} cells, expected 4: code, label_zh, label_en, aliases."));
                continue;
            }
            var code = new Code(cells[0], cells[1], cells[2]);
            Codes.Add(code);
            foreach (var spelling in cells[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(code.Zh).Prepend(code.Value).Distinct())
            {
                if (!spellings.TryAdd(Encoding.UTF8.GetBytes(spelling), Encoding.UTF8.GetBytes(code.Value)))
                    issues.Add(new(file.Path, i + 1, $"'{spelling}' already stands for another code of the list."));
            }
        }
        if (issues.Count > 0) throw new DefinitionException(issues);
    }

    public string Name { get; }

    public List<Code> Codes { get; } = [];

    internal string Text { get; }

    /// <summary>Finds the code for a spelling, both in UTF-8.</summary>
    public bool TryFind(ReadOnlySpan<byte> spelling, out byte[] code) => spellings.TryGet(spelling, out code!);

    /// <summary>All code lists that are built in, by name.</summary>
    public static IReadOnlyDictionary<string, CodeList> BuiltIn { get; } = EmbeddedText
        .All(Assembly.GetExecutingAssembly(), "CodeLists", ".csv")
        .Select(file => new CodeList(file))
        .ToDictionary(list => list.Name, StringComparer.Ordinal);
}

using System.Text.RegularExpressions;

namespace DemoCityAnalytics.Generator.Tests.Layout;

/// <summary>The generator keeps its own copy of columns and code lists, so that it shares no code with the loader; the copy must not drift from the contracts.</summary>
public sealed partial class ReferenceTests
{
    const string Accept = "DCA_ACCEPT";
    const string ColumnHead = "source,source_zh,column,type,list,key,unit,zh,city_2021,hrss,group";

    // Tables that no city sends: figures as other countries publish them, and what the product's own model foresees.
    static readonly string[] NotGenerated = ["labour_area_statistics", "model_forecast", "posting_index"];

    static readonly string Reference = Repository.PathOf("src", "Generator", "Reference");
    static readonly string Ingest = Repository.PathOf("src", "Ingest");

    [Fact]
    public void Columns_AreThoseOfTheContracts()
    {
        var file = Path.Combine(Reference, "columns.csv");
        var kept = File.ReadAllLines(file).Skip(1).Select(line => line.Split(',')).ToArray();
        var groups = kept.ToDictionary(cells => (cells[0], cells[2]), cells => cells[10]);
        var order = kept.Select(cells => cells[0]).Distinct().ToList();
        var expected = Directory.EnumerateFiles(Path.Combine(Ingest, "Sources"), "*.contract.yaml", SearchOption.AllDirectories)
            .Select(path => Columns(File.ReadAllLines(path))).Where(lines => !NotGenerated.Contains(lines[0][0]))
            .OrderBy(lines => order.IndexOf(lines[0][0]) is >= 0 and var place ? place : int.MaxValue).ThenBy(lines => lines[0][0], StringComparer.Ordinal)
            .SelectMany(lines => lines).Select(cells => string.Join(',', [.. cells, groups.GetValueOrDefault((cells[0], cells[2]), "")])).Prepend(ColumnHead).ToArray();
        if (Environment.GetEnvironmentVariable(Accept) is not null) File.WriteAllText(file, string.Join('\n', expected) + "\n");

        Assert.Equal(expected, File.ReadAllLines(file));
    }

    [Fact]
    public void CodeLabels_AreThoseOfTheCodeLists()
    {
        var file = Path.Combine(Reference, "code_labels.csv");
        var spoken = File.ReadAllLines(file).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => (cells[0], cells[1]), cells => cells[3]);
        var used = File.ReadAllLines(Path.Combine(Reference, "columns.csv")).Skip(1).Select(line => line.Split(',')[4]).Where(list => list.Length > 0).Distinct().Order(StringComparer.Ordinal);
        var expected = used.SelectMany(list => Codes(list).Select(code => string.Join(',', list, code.Code, code.Label, Word(list, code)))).Prepend("list,code,label,short").ToArray();
        if (Environment.GetEnvironmentVariable(Accept) is not null) File.WriteAllText(file, string.Join('\n', expected) + "\n");

        Assert.Equal(expected, File.ReadAllLines(file));

        // The word in daily use is one that the code list knows.
        string Word(string list, (string Code, string Label, string[] Aliases) code) =>
            spoken.GetValueOrDefault((list, code.Code)) is { } word && (word == code.Label || code.Aliases.Contains(word)) ? word : code.Aliases.FirstOrDefault() ?? code.Label;
    }

    static List<string[]> Columns(string[] contract)
    {
        var source = contract[0]["source: ".Length..];
        var label = Between(contract.First(line => line.StartsWith("name:", StringComparison.Ordinal)), "zh: ", ",");
        // The headings of the old city system; a column that it lacks is not exported by it.
        var old = contract.SkipWhile(line => line != "  city_2021:").Skip(1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(": ")).ToDictionary(cells => cells[1], cells => cells[0]);
        return contract.SkipWhile(line => line != "columns:").Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => ColumnLine().Match(line)).Where(match => !match.Groups[2].Value.Contains("fills:", StringComparison.Ordinal))
            .Select(match => (Name: match.Groups[1].Value, Body: match.Groups[2].Value + ","))
            .Select(column => new[]
            {
                source, label, column.Name, Between(column.Body, "type: ", ","), Between(column.Body, "list: ", ","),
                column.Body.Contains("key_field: true", StringComparison.Ordinal) ? "1" : "", Between(column.Body, "unit: ", ",").Trim('"'), Between(column.Body, "zh: ", ","),
                old.Count == 0 ? Between(column.Body, "zh: ", ",") : old.GetValueOrDefault(column.Name, "~"), Between(column.Body, "hrss: ", ","),
            }).ToList();
    }

    static IEnumerable<(string Code, string Label, string[] Aliases)> Codes(string list) =>
        File.ReadAllLines(Path.Combine(Ingest, "CodeLists", list + ".csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], cells[1], cells[3].Split('|', StringSplitOptions.RemoveEmptyEntries)));

    static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return "";
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)].Trim();
    }

    [GeneratedRegex(@"^  (\w+):\s*\{(.*)\}")]
    private static partial Regex ColumnLine();
}

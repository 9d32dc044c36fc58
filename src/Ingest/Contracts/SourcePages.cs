using System.Globalization;
using System.Text;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Ingest.Typing;

namespace DemoCityAnalytics.Ingest.Contracts;

/// <summary>The pages of <c>docs/sources</c>: one for each contract, and a table of all. They are written from the contracts alone.</summary>
public static class SourcePages
{
    const string Written = "<!-- Written by `dca sources --markdown docs/sources` from the contracts; change those, not this page. -->";

    /// <summary>File name and content of every page.</summary>
    public static IReadOnlyDictionary<string, string> All(ContractCatalogue contracts)
    {
        var ordered = contracts.All.OrderBy(contract => contract.Source, StringComparer.Ordinal).ToList();
        var pages = ordered.ToDictionary(contract => contract.Source + ".md", Page, StringComparer.Ordinal);
        pages.Add("README.md", Index(ordered));
        return pages;
    }

    static string Index(IReadOnlyList<Contract> contracts)
    {
        var page = new StringBuilder();
        page.Append(Line(Written)).Append(Line()).Append(Line("# Sources")).Append(Line());
        page.Append(Line($"{contracts.Count} tables can be loaded. A drop folder has a sub-folder per source, named as in the first column; `dca load --source SOURCE FILE` loads single files, and `dca load --explain FILE` says how a file would be read.")).Append(Line());
        page.Append(Line($"Forms: CSV or TSV (comma, tab, semicolon or bar; {string.Join(", ", TextEncoding.Known)}, found from the bytes or named with `--encoding`), xlsx and xls (every sheet that bears the head), JSON lines, lists of JSON objects, JSON-stat, Parquet, Arrow files and streams, and zip containers of these."));
        page.Append(Line("Columns are found by name. Every source knows three heads without listing them: the Chinese names, the HR&SS codes, and the names of the stored columns; further ones are on its page.")).Append(Line());
        page.Append(Line("| source | 名称 | name | one row is | key |")).Append(Line("| --- | --- | --- | --- | --- |"));
        foreach (var contract in contracts)
            page.Append(Line($"| [{contract.Source}]({contract.Source}.md) | {contract.Name.Zh} | {contract.Name.En} | {Cell(contract.Describes)} | {Key(contract)} |"));
        return page.ToString();
    }

    static string Page(Contract contract)
    {
        var page = new StringBuilder();
        page.Append(Line(Written)).Append(Line()).Append(Line($"# {contract.Name.Zh} · {contract.Name.En} (`{contract.Source}`)")).Append(Line());
        page.Append(Line(contract.Describes)).Append(Line());
        if (contract.WrittenHere) page.Append(Line("- Written by the product's own jobs; it is not taken from anybody.")).Append(Line());
        page.Append(Line($"- Edition {contract.Edition}. Columns and codes: {contract.Origin}"));
        page.Append(Line($"- Key: {Key(contract)}. {(contract.Updated is { } updated ? $"Of several rows with one key the one with the latest `{updated.Name}` is current." : "Of several rows with one key one is current, by the content of their files.")}"));
        page.Append(Line(contract.Place is { } place ? $"- The row's city and district: `{place.Name}`." : "- Rows belong to no city."));
        page.Append(Line(contract.Period is { } period ? $"- The row's month: the calendar month of `{period.Name}`." : "- Rows belong to no month."));
        page.Append(Line(string.Create(CultureInfo.InvariantCulture, $"- A file of which more than {contract.FailsAbove * 100:0.##} % of the rows are rejected is refused as a whole.")));
        Columns(page, contract);
        if (contract.Rules.Count > 0)
        {
            page.Append(Line()).Append(Line("## Rules between columns")).Append(Line());
            foreach (var rule in contract.Rules) page.Append(Line($"- `{rule.Id}`: `{rule.Later.Name}` is not before (not below) `{rule.Earlier.Name}`; a row against it is rejected."));
        }
        Headers(page, contract);
        Lists(page, contract);
        return page.ToString();
    }

    static void Columns(StringBuilder page, Contract contract)
    {
        page.Append(Line()).Append(Line("## Columns")).Append(Line());
        page.Append(Line("| column | 名称 | code | type | unit | must hold | required | key field |")).Append(Line("| --- | --- | --- | --- | --- | --- | --- | --- |"));
        foreach (var column in contract.Columns)
        {
            var definition = column.Definition;
            page.Append(Line($"| {column.Name} | {column.Zh} | {definition.Hrss} | {definition.Type} | {definition.Unit} | {Cell(Holds(column))} | {(column.Required ? "yes" : "")} | {(column.KeyField ? "yes" : "")} |"));
        }
    }

    static string Holds(ContractColumn column)
    {
        var definition = column.Definition;
        var parts = new List<string>();
        if (column.List is { } list) parts.Add($"code, label or alias of [{list.Name}](#{list.Name}){(definition.Subcodes ? " or a code below it" : "")}");
        if (column.IsOccupation) parts.Add($"an occupation in words is mapped to its major class, `{column.Name}_confidence` says how sure (percent); below {OccupationText.Enough} it counts as not mapped");
        if (definition.Pattern is { } pattern) parts.Add($"`{pattern}`");
        if (definition.MaxLength is { } longest) parts.Add(string.Create(CultureInfo.InvariantCulture, $"at most {longest} characters"));
        if (definition.Min is { } low) parts.Add(string.Create(CultureInfo.InvariantCulture, $"at least {low}"));
        if (definition.Max is { } high) parts.Add(string.Create(CultureInfo.InvariantCulture, $"at most {high}"));
        if (definition.NotAfterLoad) parts.Add("not after the day of the load");
        if (column.Type == ColumnType.Person) parts.Add("citizen number; kept as a keyed hash only");
        if (column.Type == ColumnType.CreditCode) parts.Add("credit code; a failed check is a warning");
        if (column.Type == ColumnType.Area) parts.Add("six-digit code or name of a place");
        if (definition.Fills.Count > 0) parts.Add($"fills {string.Join(" and ", definition.Fills)}");
        return string.Join("; ", parts);
    }

    static void Headers(StringBuilder page, Contract contract)
    {
        foreach (var header in contract.Headers.Where(header => header.Name is not ("zh" or "hrss" or "canonical")))
        {
            page.Append(Line()).Append(Line($"## Head `{header.Name}`")).Append(Line()).Append(Line("| head | column |")).Append(Line("| --- | --- |"));
            foreach (var (head, column) in header.Columns.Where(head => !RejectedRows.AddedHeads.Contains(head.Key))) page.Append(Line($"| {Cell(head)} | {column?.Name ?? "known, not needed"} |"));
        }
    }

    static void Lists(StringBuilder page, Contract contract)
    {
        var lists = contract.Columns.Select(column => column.List).OfType<CodeList>().DistinctBy(list => list.Name).ToList();
        if (lists.Count == 0) return;
        page.Append(Line()).Append(Line("## Code lists"));
        foreach (var list in lists)
        {
            page.Append(Line()).Append(Line($"### {list.Name}")).Append(Line()).Append(Line("| code | 名称 | name |")).Append(Line("| --- | --- | --- |"));
            foreach (var code in list.Codes) page.Append(Line($"| {code.Value} | {code.Zh} | {code.En} |"));
        }
    }

    static string Key(Contract contract) =>
        (contract.KeyIsFirstOf ? "the first that the row has of " : "") + string.Join(", ", contract.Key.Select(column => $"`{column.Name}`"));

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    static string Line(string text = "") => text + "\n";
}

namespace DemoCityAnalytics.Generator.Layout;

/// <summary>The words that city systems write instead of codes.</summary>
static class CodeLabels
{
    static readonly Dictionary<(string List, string Code), (string Label, string Spoken)> Known = ReferenceTable.Read("code_labels.csv")
        .ToDictionary(cells => (cells[0], cells[1]), cells => (cells[2], cells[3]));

    /// <summary>The official label (大学专科) of a code.</summary>
    public static string Label(string list, string code) => Known[(list, code)].Label;

    /// <summary>The word in daily use (大专) of a code.</summary>
    public static string Spoken(string list, string code) => Known[(list, code)].Spoken;

    /// <summary>Codes of groups (4-01-02) have no label of their own and stay codes.</summary>
    public static bool Has(string list, string code) => Known.ContainsKey((list, code));
}

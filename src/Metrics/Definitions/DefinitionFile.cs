using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>A mart or indicator file, taken apart: the YAML between <c>/*---</c> and <c>---*/</c>, and the SQL below it.</summary>
sealed record DefinitionFile(string Path, string Yaml, string Sql, string Hash)
{
    /// <summary>Line of the file on which the YAML starts.</summary>
    public const int FirstYamlLine = 2;

    const string Opening = "/*---";
    const string Closing = "---*/";

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static DefinitionFile Parse(EmbeddedText file)
    {
        // A checkout with other line ends is the same definition.
        var text = file.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (!text.StartsWith(Opening + "\n", StringComparison.Ordinal))
            throw Wrong(file.Path, 1, $"expected the header's opening line '{Opening}'.");
        var end = text.IndexOf("\n" + Closing, StringComparison.Ordinal);
        if (end < 0) throw Wrong(file.Path, 1, $"the header is never closed; expected a line '{Closing}' before the SQL.");
        var sql = text[(end + 1 + Closing.Length)..].Trim().TrimEnd(';').TrimEnd();
        if (sql.Length == 0) throw Wrong(file.Path, text.AsSpan(0, end).Count('\n') + 2, "there is no SQL below the header.");
        return new DefinitionFile(
            file.Path, text[(Opening.Length + 1)..end], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Line of the file on which a key of the header stands, or the first line when it does not.</summary>
    public int LineOf(string key)
    {
        var lines = Yaml.Split('\n');
        var found = Array.FindIndex(lines, line => line.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        return found < 0 ? 1 : found + FirstYamlLine;
    }

    public DefinitionIssue Issue(string key, string message) => new(Path, LineOf(key), message);

    static DefinitionException Wrong(string path, int line, string message) => new([new DefinitionIssue(path, line, message)]);
}

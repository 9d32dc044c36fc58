using System.Text;
using System.Text.Json;

namespace DemoCityAnalytics.Cli.Settings;

/// <summary>A value as it was written, and where: <see cref="Place"/> is a file with its line, or a variable of the environment.</summary>
sealed record WrittenSetting(string Key, string? Value, string Place);

/// <summary>Reads a settings file into keys with their lines; comments and a comma after the last value are allowed.</summary>
static class SettingsFile
{
    public static IReadOnlyList<WrittenSetting> Read(string file)
    {
        var name = Path.GetFileName(file);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{name}: cannot be read: {e.Message}"]);
        }
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        try
        {
            return Flatten(bytes, name);
        }
        catch (JsonException e)
        {
            throw new SettingsException([$"{name}: line {e.LineNumber + 1}: not JSON: {e.Message}"]);
        }
    }

    static List<WrittenSetting> Flatten(byte[] bytes, string file)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var written = new List<WrittenSetting>();
        var path = new Stack<(string Name, int NextPlace)>();   // NextPlace is -1 inside an object
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }
            if (path.Count > 0 && path.Peek().NextPlace is >= 0 and var place)
            {
                path.Push(path.Pop() with { NextPlace = place + 1 });
                name = place.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push((name, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                continue;
            }
            var key = string.Join(':', path.Reverse().Skip(1).Select(p => p.Name).Append(name));
            var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
            var value = reader.TokenType == JsonTokenType.Null ? null : Encoding.UTF8.GetString(reader.ValueSpan);
            if (reader.TokenType == JsonTokenType.String) value = reader.GetString();
            written.Add(new WrittenSetting(key, value, $"{file}: line {line}"));
        }
        return written;
    }
}

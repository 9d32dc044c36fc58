using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace DemoCityAnalytics.Cli.Settings;

/// <summary>The settings reference, written from the option classes and their comments.</summary>
static class SettingsReference
{
    public static string Markdown()
    {
        var text = new StringBuilder("""
            # Settings

            Written by `dca settings --markdown` from the option classes; a test holds both equal.

            A setting is read from `dca.json` of the current folder (or `--settings FILE`) and from the environment, which wins:
            `{ "Warehouse": { "Folder": "data/warehouse" } }` is the same as `DCA__Warehouse__Folder=data/warehouse`.
            An unknown key or a value that cannot be read stops the start with exit code 2; all issues are listed at once.
            `dca settings` prints what is in effect. In a list, `*` is the place in it, from 0.

            """.ReplaceLineEndings("\n"));
        foreach (var section in SettingsSection.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Name}\n\n{Comments.Of(section.Options)}\n\n| key | value | default | meaning |\n|---|---|---|---|\n");
            var defaults = Activator.CreateInstance(section.Options)!;
            foreach (var key in section.Keys)
                text.Append(CultureInfo.InvariantCulture, $"| `{key.Path}` | {Kind(key.Type)}{Bounds(key.Property)} | {Default(key, defaults)} | {Comments.Of(key.Property)} |\n");
        }
        return text.ToString();
    }

    /// <summary>What may be written for a value of this type, in words.</summary>
    public static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) || t == typeof(long) => "a whole number",
        var t when t == typeof(TimeSpan) => "a time span like 00:02:00",
        { IsEnum: true } t => string.Join(", ", Enum.GetNames(t)[..^1]) + " or " + Enum.GetNames(t)[^1],
        _ => "text",
    };

    static string Bounds(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? string.Create(CultureInfo.InvariantCulture, $", {range.Minimum} to {range.Maximum}")
        : "";

    static string Default(SettingsKey key, object defaults)
    {
        if (key.Path.Contains('*', StringComparison.Ordinal)) return "–";
        return Convert.ToString(key.Property.GetValue(defaults), CultureInfo.InvariantCulture) is { Length: > 0 } text ? $"`{text}`" : "–";
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace DemoCityAnalytics.Api.Language;

/// <summary>Builds markup that pages and report files share. Text is always encoded, Chinese stays Chinese.</summary>
sealed partial class Markup
{
    readonly StringBuilder markup = new();

    public static string Encode(string text) => PlainHtmlEncoder.Instance.Encode(text);

    /// <summary>An address or media type, encoded, that a narrow column may break after its marks and nowhere else.</summary>
    public static HtmlString Breakable(string text) => new(Mark().Replace(Encode(text), "$0<wbr>"));

    public Markup Raw(string tags)
    {
        markup.Append(tags);
        return this;
    }

    public Markup Text(string text) => Raw(Encode(text));

    /// <summary>One element with encoded text; the class may be empty.</summary>
    public Markup Element(string name, string text, string style = "") =>
        Raw(style.Length == 0 ? $"<{name}>" : $"<{name} class=\"{style}\">").Text(text).Raw($"</{name}>");

    [GeneratedRegex("[/.+-](?=[^/])")]
    private static partial Regex Mark();

    public override string ToString() => markup.ToString();
}

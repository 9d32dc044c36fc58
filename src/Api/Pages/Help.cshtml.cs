using System.Globalization;
using DemoCityAnalytics.Api.Releases;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>What each kind of user comes for, step by step, with the pages where it is done.</summary>
public sealed class HelpPage(ReleaseReader releases) : PortalPage(releases)
{
    /// <summary>In the order of a figure's way: from the city that sends files to the public that reads lists.</summary>
    public static readonly string[] Kinds = ["city", "province", "expert", "ministry", "operator", "analyst", "public"];

    protected override bool ShownWithoutRelease => true;

    public void OnGet() => Title = T["help.title"];

    /// <summary>A page as the head of every page calls it.</summary>
    public string NameOf(string address) => T[address switch { "/" => "nav.overview", "/docs/api" => "footer.api", _ => "nav." + address[1..] }];

    /// <summary>The steps of a kind; an address stands after the last vertical line.</summary>
    public IEnumerable<(string Text, string? Address)> Steps(string who)
    {
        for (var step = 1; T.Or(string.Create(CultureInfo.InvariantCulture, $"help.{who}.{step}"), "") is { Length: > 0 } text; step++)
            yield return text.Split('|') is [var words, var address] ? (words.Trim(), address.Trim()) : (text, null);
    }
}

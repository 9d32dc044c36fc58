using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Models.Coding;

namespace DemoCityAnalytics.Api.Language;

/// <summary>Names that a definition states: of its views and of the groups by which its figures are broken down.</summary>
public static class FigureNames
{
    /// <summary>The indicator's name, with that of the view in brackets.</summary>
    public static string Name(this IndicatorHeader header, string variant, RequestLanguage language)
    {
        var view = header.Variants.FirstOrDefault(v => v.Id == variant);
        return language.Of(header.Name) + (view is null ? "" : language.Of($"（{view.Name.Zh}）", $" ({view.Name.En})"));
    }

    /// <summary>The member's name; its code where the definition states none.</summary>
    public static string Member(this IndicatorHeader header, string dimension, string member, RequestLanguage language) =>
        header.Members.GetValueOrDefault(dimension)?.GetValueOrDefault(member) is { } name ? language.Of(name)
        : dimension == "occupation_minor" && OccupationNames.Of(member) is { } group ? language.Of($"{group}（{member}）", $"{member} {group}") : member;
}

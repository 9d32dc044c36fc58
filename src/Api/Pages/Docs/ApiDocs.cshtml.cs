using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Pages.Docs;

/// <summary>The API for people: what can be asked, by whom, and in which forms it is answered.</summary>
public sealed class ApiDocsPage(ReleaseReader releases, EndpointDataSource endpoints, AccessTable access) : PortalPage(releases)
{
    internal IReadOnlyList<IGrouping<string, ListedOperation>> Groups { get; private set; } = [];

    protected override bool ShownWithoutRelease => true;

    public void OnGet()
    {
        Title = T["apidocs.title"];
        Above = [(T["nav.data"], "/data")];
        Groups = [.. new OperationCatalogue(endpoints, access).Operations.GroupBy(x => x.Group)];
    }

    internal string Name(ListedOperation operation) => Language.IsEnglish ? operation.Summary : OperationNames.Of(operation.Key, operation.Summary);

    internal string Callers(AccessRule rule) => rule.ForEveryone
        ? T["apidocs.everyone"]
        : string.Join(Language.Of("、", ", "), rule.Roles.Select(role => T["role." + role])) + (rule.OwnArea ? T["apidocs.own_area"] : "");
}

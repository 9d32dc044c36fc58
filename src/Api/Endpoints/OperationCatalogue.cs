using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>One operation of the API, as its endpoint states it.</summary>
/// <param name="Key">Method and address below <c>/api/v1</c>: <c>GET indicators/{code}</c>.</param>
/// <param name="Parameters">Names of the query parameters.</param>
/// <param name="Forms">Media types of its answers, errors left out.</param>
sealed record ListedOperation(
    string Key, string Method, string Address, string Group, string Summary, string Description,
    IReadOnlyList<string> Parameters, IReadOnlyList<string> Forms, IReadOnlyList<int> Statuses, AccessRule Access);

/// <summary>The operations of the API in the order of their groups, read from the endpoints themselves.</summary>
sealed partial class OperationCatalogue(EndpointDataSource endpoints, AccessTable access)
{
    const string Root = "/api/v1/";

    public IReadOnlyList<ListedOperation> Operations =>
        [.. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
            let address = "/" + Constraint().Replace(endpoint.RoutePattern.RawText?.Trim('/') ?? "", "")
            where address.StartsWith(Root, StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            where method != HttpMethods.Head
            select Listed(endpoint, method, address)];

    ListedOperation Listed(RouteEndpoint endpoint, string method, string address)
    {
        var answers = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().ToList();
        var forms = endpoint.Metadata.OfType<OtherForm>().Select(x => x.MediaType).ToList();
        var statuses = answers.Select(x => x.StatusCode).Concat(forms.Count > 0 ? [StatusCodes.Status200OK] : [])
            .Select(status => status == StatusCodes.Status200OK && endpoint.Metadata.GetMetadata<Rounds.Creates>() is not null ? StatusCodes.Status201Created : status);
        return new ListedOperation(
            $"{method} {address[Root.Length..]}", method, address,
            endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags[0] ?? "",
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary,
            endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description ?? "",
            [.. endpoint.Metadata.OfType<ParameterText>().Select(x => x.Name)],
            [.. answers.Where(x => x.StatusCode < 300).SelectMany(x => x.ContentTypes).Concat(forms).Distinct()],
            [.. statuses.Distinct().Order()],
            access.Find(endpoint.RoutePattern.RawText) ?? throw new InvalidOperationException($"Endpoint '{address}' is not in the access table."));
    }

    // {code:int} is written {code}.
    [GeneratedRegex(":[a-z]+(?=\\??\\})")]
    private static partial Regex Constraint();
}

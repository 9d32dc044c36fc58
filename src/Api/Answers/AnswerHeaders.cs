using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>The headers that caches and readers need, the same on ready and on streamed answers.</summary>
static class AnswerHeaders
{
    public static void Set(HttpResponse response, string tag, string? link, string? fileName, bool immutable)
    {
        var headers = response.Headers;
        headers.ETag = tag;
        headers.Vary = "Accept, Accept-Encoding, Accept-Language";
        headers.CacheControl = immutable ? "private, max-age=31536000, immutable" : "private, no-cache";
        if (link is not null) headers.Link = link;
        if (fileName is not null)
        {
            var saved = new ContentDispositionHeaderValue("attachment");
            saved.SetHttpFileName(fileName);
            headers.ContentDisposition = saved.ToString();
        }
    }

    /// <summary>Whether the caller has these bytes already.</summary>
    public static bool Has(HttpRequest request, string tag) => request.Headers.IfNoneMatch.Count > 0 && HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().IfNoneMatch
        .Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Tag == tag);
}

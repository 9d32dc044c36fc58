using System.Text.Json;
using System.Text.Json.Serialization;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Reads what a caller sends: the body strictly, and the version on which it rests.</summary>
static class Bodies
{
    const int Largest = 1 << 20;

    static readonly JsonSerializerOptions Strict = new(JsonText.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static async Task<(T? Value, Problem? Problem)> Body<T>(this HttpRequest request) where T : class
    {
        if (!request.HasJsonContentType()) return (null, new Problem("unsupported-media-type", "请求内容应为 application/json。", "Send the body as application/json."));
        if (request.ContentLength > Largest) return (null, new Problem("content-too-large", "请求内容超过 1 MiB。", "The body is larger than 1 MiB."));
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, request.HttpContext.RequestAborted) is { } value ? (value, null) : (null, Empty());
        }
        catch (JsonException e)
        {
            var pointer = "#/" + (e.Path ?? "$").TrimStart('$', '.').Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
            return (null, new Problem("invalid-body", $"请求内容在 {pointer} 处有误，请对照接口说明改正。", $"The body is wrong at {pointer}; compare it with the API description.")
            {
                Errors = [new ProblemError(pointer, "format", "字段不认识、缺少或类型不对", "The field is unknown, absent or of another type")],
            });
        }
    }

    /// <summary>The version in <c>If-Match</c>; its absence is a problem of its own, so that nobody overwrites unseen.</summary>
    public static (int? Version, Problem? Problem) Version(this HttpRequest request)
    {
        var tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count == 0 || tags[0].Equals(EntityTagHeaderValue.Any))
            return (null, new Problem("version-needed", "请在 If-Match 中给出您所依据的版本，即 GET 答复中的 ETag。", "State the version you rest on in If-Match: the ETag of the GET."));
        var text = tags[0].Tag.ToString().Trim('"');
        var end = text.IndexOf('.', StringComparison.Ordinal);
        return int.TryParse(end < 0 ? text : text[..end], out var version)
            ? (version, null)
            // A tag that never came from here can fit nothing.
            : (null, new Problem("changed-meanwhile", "If-Match 中的版本不是本系统给出的，请重新读取后再提交。", "The version in If-Match was never given out; read again and repeat."));
    }

    /// <summary>As <see cref="Version"/>, but a first save rests on nothing.</summary>
    public static (int? Version, Problem? Problem) VersionIfAny(this HttpRequest request) => request.Headers.IfMatch.Count == 0 ? (null, null) : request.Version();

    static Problem Empty() => new("invalid-body", "请求内容为空。", "The body is empty.");
}

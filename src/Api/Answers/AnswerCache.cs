using DemoCityAnalytics.Api.Operation;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>
/// Finished answers by what was asked of which release. An answer is made once; a new release makes new keys, and old answers age out.
/// </summary>
public sealed class AnswerCache(IOptions<ApiOptions> options, Measurements measurements) : IDisposable
{
    // Compressed copies are kept beside the body; three times the body covers them.
    const int CopiesPerAnswer = 3;
    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = options.Value.CacheMiB * (1L << 20) });

    /// <param name="key">The release or moment, the endpoint and the query as it was understood.</param>
    public Answer Get(string key, Func<Answer> make)
    {
        if (Known(key) is { } known) return known;
        return Keep(key, make());
    }

    /// <summary>The answer given to exactly this request before, so that it need not be understood again; null when there is none.</summary>
    public Answer? Repeated(string request)
    {
        if (!cache.TryGetValue(request, out Answer? known)) return null;
        measurements.Answered(true);
        return known;
    }

    /// <summary>Lets <see cref="Repeated"/> find an answer that is kept.</summary>
    public Answer Remember(string request, Answer answer) => cache.Set(request, answer, new MemoryCacheEntryOptions { Size = request.Length * sizeof(char) });

    Answer? Known(string key)
    {
        var found = cache.TryGetValue(key, out Answer? known);
        measurements.Answered(found);
        return known;
    }

    Answer Keep(string key, Answer answer)
    {
        cache.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Body.Length * (long)CopiesPerAnswer + key.Length });
        return answer;
    }

    /// <summary>The same for answers that are written asynchronously.</summary>
    public async Task<Answer> Get(string key, Func<Task<Answer>> make)
    {
        if (Known(key) is { } known) return known;
        return Keep(key, await make());
    }

    public void Dispose() => cache.Dispose();
}

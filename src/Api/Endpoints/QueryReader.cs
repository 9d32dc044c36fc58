using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>
/// Reads the query strictly: unknown, repeated or ill-formed parameters are all collected, so that one answer names every mistake.
/// </summary>
sealed partial class QueryReader
{
    readonly IQueryCollection query;
    readonly List<ProblemError> errors = [];

    /// <param name="request">Its query is read.</param>
    /// <param name="known">The parameters this endpoint takes, beside <c>lang</c>.</param>
    public QueryReader(HttpRequest request, params string[] known)
    {
        query = request.Query;
        foreach (var name in query.Keys.Where(name => name != "lang" && !known.Contains(name, StringComparer.Ordinal)))
        {
            var nearest = NearestName.Of(name, known);
            Refuse(name, "unknown",
                $"没有参数 {name}{(nearest is null ? "。" : $"，是否为 {nearest}？")}可用参数：{string.Join("、", known)}。",
                $"There is no parameter '{name}'{(nearest is null ? "" : $" (did you mean '{nearest}'?)")}; known: {string.Join(", ", known)}.");
        }
        foreach (var name in known.Where(name => query[name].Count > 1))
            Refuse(name, "repeated", $"参数 {name} 只能给出一次；多个取值用逗号分隔。", $"Give {name} once; separate several values by commas.");
    }

    /// <summary>All mistakes as one problem, or null when there are none.</summary>
    public Problem? Problem => errors.Count == 0 ? null : new Problem("invalid-parameter",
        string.Join(" ", errors.Select(e => e.MessageZh)), string.Join(" ", errors.Select(e => e.MessageEn)))
    { Errors = errors };

    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> List(string name) => Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public void Refuse(string name, string code, string zh, string en) => errors.Add(new ProblemError("#/query/" + name, code, zh, en));

    public Period? Period(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Warehouse.Calendar.Period.TryParse(text, out var period)) return period;
        Refuse(name, "format", $"{name} 为“{text}”，应写作 2024-06、2024-Q2、2024-S1、2024、2024-06-ytd、2024-06-r12 或 2024-06-rm。", $"{name} is '{text}'; expected 2024-06, 2024-Q2, 2024-S1, 2024, 2024-06-ytd, 2024-06-r12 or 2024-06-rm.");
        return null;
    }

    /// <summary>One of the words, as the API writes them (snake case).</summary>
    public T? OneOf<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        var words = Enum.GetValues<T>().ToDictionary(value => Snake(value.ToString()), StringComparer.OrdinalIgnoreCase);
        if (words.TryGetValue(text, out var found)) return found;
        Refuse(name, "value", $"{name} 为“{text}”，可用：{string.Join("、", words.Keys)}。", $"{name} is '{text}'{NearestName.Hint(text, words.Keys)}; expected one of {string.Join(", ", words.Keys)}.");
        return null;
    }

    public string? OneOf(string name, params string[] words)
    {
        if (Text(name) is not { } text || words.Contains(text, StringComparer.Ordinal)) return Text(name);
        Refuse(name, "value", $"{name} 为“{text}”，可用：{string.Join("、", words)}。", $"{name} is '{text}'{NearestName.Hint(text, words)}; expected one of {string.Join(", ", words)}.");
        return null;
    }

    public int? Whole(string name, int from, int to)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) return number;
        Refuse(name, "range", $"{name} 为“{text}”，应为 {from} 到 {to} 的整数。", $"{name} is '{text}'; expected a whole number from {from} to {to}.");
        return null;
    }

    /// <summary>A UTC instant in the past; what lies ahead cannot be answered, since it would change.</summary>
    public DateTime? AsOf(TimeProvider clock)
    {
        const string name = "asOf";
        if (Moment(name) is not { } instant || instant <= clock.GetUtcNow().UtcDateTime) return Moment(name);
        Refuse(name, "future", $"asOf 为“{Text(name)}”，晚于现在；将来的答案还会变。", $"asOf is '{Text(name)}', which is still to come; its answer could change.");
        return null;
    }

    /// <summary>A UTC instant.</summary>
    public DateTime? Moment(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Instant().IsMatch(text)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)) return instant;
        if (errors.All(e => e.Pointer != "#/query/" + name))
            Refuse(name, "format", $"{name} 为“{text}”，应写作 UTC 时刻，如 2024-11-20T10:00:00Z。", $"{name} is '{text}'; expected an instant in UTC such as 2024-11-20T10:00:00Z.");
        return null;
    }

    internal static string Snake(string name) => WordStart().Replace(name, "_$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z$")]
    private static partial Regex Instant();
}

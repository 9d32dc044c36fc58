using System.Globalization;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Addresses that people remember and share, leading to the pages of a round; without one named, of the newest that is frozen.</summary>
static class ShortAddresses
{
    public static void MapShortAddresses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/provinces/{code:int}/ranking", (int code, string? round, RoundRegister register) => To(register, round, id => $"/rounds/{id}/provinces/{Plain(code)}")).ExcludeFromDescription();
        routes.MapGet("/provinces/{code:int}/ranking.{form}", (int code, string form, string? round, RoundRegister register) => To(register, round, id => $"/rounds/{id}/provinces/{Plain(code)}.{Uri.EscapeDataString(form)}")).ExcludeFromDescription();
        routes.MapGet("/sample", (int city, string? ind, int? n, string? seed, string? round, RoundRegister register) =>
            To(register, round, id => $"/rounds/{id}/cities/{Plain(city)}/samples{QueryString.Create(new Dictionary<string, string?> { ["ind"] = ind, ["n"] = n?.ToString(CultureInfo.InvariantCulture), ["seed"] = seed })}")).ExcludeFromDescription();
    }

    static async Task<IResult> To(RoundRegister register, string? round, Func<string, string> address)
    {
        var found = round is null ? (await register.Rounds()).FirstOrDefault(x => x.FrozenHash is not null) : await register.Round(round);
        return found is not null ? TypedResults.Redirect(address(found.Id))
            : round is null ? new Problem("unknown-round", "还没有冻结的评估轮次。", "No round is frozen yet.")
            : Acting.UnknownRound(round);
    }

    static string Plain(int code) => code.ToString(CultureInfo.InvariantCulture);
}

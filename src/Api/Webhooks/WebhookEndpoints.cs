using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Webhooks;

/// <summary>What is asked for: where to send, and of what to tell.</summary>
public sealed record WebhookRequest(string Address, IReadOnlyList<string>? Events);

/// <summary>A webhook as it is answered.</summary>
/// <param name="Secret">Signs what is sent. Told once, when the webhook is made; null afterwards.</param>
public sealed record WebhookView(string Id, string Address, IReadOnlyList<string> Events, DateTime MadeAt, string? Secret, string Deliveries);

/// <summary>Webhooks of the caller.</summary>
public sealed record WebhookList(int Total, IReadOnlyList<WebhookView> Webhooks);

/// <summary>How an event stands.</summary>
public sealed record DeliveryView(string Id, string Type, DateTime At, DeliveryState State, int Attempts, DateTime? NextAt, string? LastAnswer);

/// <summary>Events for a webhook, the newest first.</summary>
public sealed record DeliveryList(int Total, IReadOnlyList<DeliveryView> Deliveries);

static class WebhookEndpoints
{
    static readonly DateTime At = new(2025, 1, 20, 10, 0, 0, DateTimeKind.Utc);
    static readonly WebhookView Example = new("0192f3d2c4e87a10b3c5d6e7f8091a2b", "https://portal.example.org/dca", [WebhookEvents.Published], At, "c2VjcmV0LW9mLTMyLWJ5dGVzLWlzLXNob3duLW9uY2U=", "/api/v1/webhooks/0192f3d2c4e87a10b3c5d6e7f8091a2b/deliveries");
    static readonly DeliveryView Delivered = new("0192f3d2c4e87a10b3c5d6e7f8091a2c", WebhookEvents.Published, At, DeliveryState.Delivered, 1, null, "204");

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhooks", (WebhookStore store, AreaScope scope) => Answer.Json(List(Mine(store, scope))).Send())
            .Describe("webhooks", "List one's webhooks", "Webhooks that the caller has made; an operator sees all. Secrets are not told again.", new WebhookList(1, [Example with { Secret = null }]))
            .GivesProblems(403);
        routes.MapPost("/webhooks", Make)
            .Describe("webhooks", "Make a webhook", "Events are sent as CloudEvents (application/cloudevents+json) with Webhook-Id, Webhook-Timestamp and Webhook-Signature: v1, and the base 64 of HMAC-SHA-256, under the decoded secret, over id.timestamp.body. What is not answered with 2xx is sent again, each time later. The address must be of an origin that the operator has listed. Types: " + string.Join(", ", WebhookEvents.All) + "; release.published when events is left out.", Example)
            .Accepts<WebhookRequest>("application/json").WithMetadata(new RequestExample(new WebhookRequest("https://portal.example.org/dca", [WebhookEvents.Published])))
            .GivesProblems(400, 403, 415);
        routes.MapDelete("/webhooks/{id}", (string id, WebhookStore store, AreaScope scope) => With(id, store, scope, webhook =>
            {
                store.Remove(webhook);
                return TypedResults.Ok(View(webhook));
            }))
            .Describe("webhooks", "Remove a webhook", "Nothing more is sent to it, and its events are forgotten.", Example with { Secret = null })
            .GivesProblems(403, 404);
        routes.MapGet("/webhooks/{id}/deliveries", (string id, WebhookStore store, AreaScope scope) => With(id, store, scope, webhook =>
            {
                var all = store.Deliveries(webhook).Select(View).ToList();
                return Answer.Json(new DeliveryList(all.Count, all)).Send();
            }))
            .Describe("webhooks", "List what was sent", "Every event with its state, attempts and the receiver's last answer, the newest first.", new DeliveryList(1, [Delivered]))
            .GivesProblems(403, 404);
        routes.MapPost("/webhooks/{id}/deliveries/{delivery}/replay", Replay)
            .Describe("webhooks", "Send an event again", "The same event with the same number and body, whether it was delivered or given up.", Delivered with { State = DeliveryState.Waiting, NextAt = At, LastAnswer = null, Attempts = 0 })
            .GivesProblems(403, 404);
        routes.MapPost("/webhooks/{id}/ping", (string id, WebhookStore store, AreaScope scope, TimeProvider clock) => With(id, store, scope, webhook =>
            {
                var ping = WebhookEvents.Event(NewId(clock), WebhookEvents.Ping, clock.GetUtcNow().UtcDateTime, new JsonObject { ["webhook"] = webhook.Id });
                store.Save(webhook, ping);
                return TypedResults.Ok(View(ping));
            }))
            .Describe("webhooks", "Send a trial event", "An event of the type ping, to try the receiver with.", Delivered with { Type = WebhookEvents.Ping, State = DeliveryState.Waiting, Attempts = 0, NextAt = At, LastAnswer = null })
            .GivesProblems(403, 404);
    }

    static IResult Make(WebhookRequest body, WebhookStore store, AreaScope scope, IOptions<WebhookOptions> options, TimeProvider clock)
    {
        var errors = new List<ProblemError>();
        if (!WebhookAddress.IsAllowed(body.Address ?? "", options.Value.Origins))
            errors.Add(new ProblemError("#/address", "value", $"地址“{body.Address}”不在运维人员开放的范围（Webhooks:Origins）之内。", $"The address '{body.Address}' is not of an origin that the operator has listed (Webhooks:Origins)."));
        foreach (var unknown in (body.Events ?? []).Except(WebhookEvents.All))
            errors.Add(new ProblemError("#/events", "value", $"没有事件“{unknown}”，可用：{string.Join("、", WebhookEvents.All)}。", $"There is no event '{unknown}'; there are {string.Join(", ", WebhookEvents.All)}."));
        if (errors.Count > 0) return new Problem("invalid-parameter", string.Concat(errors.Select(x => x.MessageZh)), string.Join(' ', errors.Select(x => x.MessageEn))) { Errors = errors };
        var webhook = new Webhook(NewId(clock), scope.Reader!.Name, body.Address!, body.Events is { Count: > 0 } events ? events : [WebhookEvents.Published], Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow().UtcDateTime);
        store.Add(webhook);
        return TypedResults.Ok(View(webhook) with { Secret = webhook.Secret });
    }

    static IResult Replay(string id, string delivery, WebhookStore store, AreaScope scope, TimeProvider clock) => With(id, store, scope, IResult (webhook) =>
    {
        if (store.FindDelivery(webhook, delivery) is not { } found) return new Problem("unknown-webhook", $"没有事件“{delivery}”。", $"There is no event '{delivery}'.");
        var again = found with { State = DeliveryState.Waiting, Attempts = 0, NextAt = clock.GetUtcNow().UtcDateTime, LastAnswer = null };
        store.Save(webhook, again);
        return TypedResults.Ok(View(again));
    });

    static IResult With(string id, WebhookStore store, AreaScope scope, Func<Webhook, IResult> then) => store.Find(id) is { } webhook && IsMine(webhook, scope)
        ? then(webhook)
        : new Problem("unknown-webhook", $"没有“{id}”这一回调，或者它不是您建的。", $"There is no webhook '{id}', or it is not yours.");

    static bool IsMine(Webhook webhook, AreaScope scope) => scope.Reader?.Role == Role.Operator || webhook.Owner == scope.Reader?.Name;

    static List<WebhookView> Mine(WebhookStore store, AreaScope scope) => store.All().Where(webhook => IsMine(webhook, scope)).Select(View).ToList();

    static WebhookList List(List<WebhookView> webhooks) => new(webhooks.Count, webhooks);

    static WebhookView View(Webhook x) => new(x.Id, x.Address, x.Events, x.MadeAt, null, $"/api/v1/webhooks/{x.Id}/deliveries");

    static DeliveryView View(Delivery x) => new(x.Id, x.Type, x.At, x.State, x.Attempts, x.NextAt, x.LastAnswer);

    static string NewId(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
}

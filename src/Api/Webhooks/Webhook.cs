using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DemoCityAnalytics.Api.Webhooks;

/// <summary>A program that wants to be told of events.</summary>
/// <param name="Owner">Name of the key or account that made it.</param>
/// <param name="Secret">Signs what is sent; base 64.</param>
public sealed record Webhook(string Id, string Owner, string Address, IReadOnlyList<string> Events, string Secret, DateTime MadeAt);

/// <summary>How far an event has come.</summary>
public enum DeliveryState { Waiting, Delivered, GivenUp }

/// <summary>One event for one webhook.</summary>
/// <param name="Id">Number of the event; the receiver knows by it what it has had before.</param>
/// <param name="Body">The CloudEvent as it is sent, every time the same bytes.</param>
/// <param name="LastAnswer">HTTP status, or why there was none.</param>
public sealed record Delivery(string Id, string Type, DateTime At, DeliveryState State, int Attempts, DateTime? NextAt, string? LastAnswer, string Body);

/// <summary>What events there are and how they are written and signed.</summary>
static class WebhookEvents
{
    public const string Published = "cn.dca.release.published";
    public const string Ping = "cn.dca.webhook.ping";
    public static readonly string[] All = [Published, Ping];

    /// <summary>A CloudEvent in structured JSON form.</summary>
    public static Delivery Event(string id, string type, DateTime at, JsonObject data) => new(id, type, at, DeliveryState.Waiting, 0, at, null, new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "/api/v1",
        ["type"] = type,
        ["time"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    }.ToJsonString());

    /// <summary>HMAC-SHA-256 over number, time and body: a receiver that has the secret knows who sent it, when, and that nothing was changed.</summary>
    public static string Signature(string secret, string id, long seconds, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.{body}"))));
}

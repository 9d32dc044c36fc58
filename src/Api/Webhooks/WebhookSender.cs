using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Webhooks;

/// <summary>Sees that a release was published, and sends what is due; a receiver that does not take an event is asked again, each time later.</summary>
sealed class WebhookSender(WebhookStore store, ReleaseStore releases, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<WebhookSender> log) : BackgroundService
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Whoever may be called is settled when a webhook is made and again before each call; an answer cannot send the caller elsewhere.
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        do
        {
            try
            {
                Announce();
                await SendDue(stoppingToken);
            }
            catch (IOException e)
            {
                Log.WebhooksFailed(log, e); // a full disk or a release being replaced; the next look finds the same again
            }
        }
        while (await Waited(timer, stoppingToken));
    }

    static async Task<bool> Waited(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    void Announce()
    {
        if (releases.Current()?.Manifest is not { } manifest || manifest.Name == store.Told) return;
        foreach (var webhook in store.All().Where(x => x.Events.Contains(WebhookEvents.Published)))
            store.Save(webhook, WebhookEvents.Event(NewId(), WebhookEvents.Published, clock.GetUtcNow().UtcDateTime, new JsonObject
            {
                ["release"] = manifest.Name,
                ["number"] = manifest.Number,
                ["publishedAt"] = manifest.PublishedAt,
                ["synthetic"] = manifest.Synthetic,
                ["changes"] = $"/api/v1/releases/{manifest.Name}/changes",
            }));
        store.Told = manifest.Name;
    }

    string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    async Task SendDue(CancellationToken cancel)
    {
        foreach (var webhook in store.All())
            foreach (var delivery in store.Deliveries(webhook).Reverse().Where(x => x.State == DeliveryState.Waiting && x.NextAt <= clock.GetUtcNow().UtcDateTime))
                store.Save(webhook, await Send(webhook, delivery, cancel));
    }

    async Task<Delivery> Send(Webhook webhook, Delivery delivery, CancellationToken cancel)
    {
        var (taken, answer) = IsAllowed(webhook.Address) ? await Call(webhook, delivery, cancel) : (false, "the address is no longer among Webhooks:Origins");
        var attempts = delivery.Attempts + 1;
        if (taken) return delivery with { State = DeliveryState.Delivered, Attempts = attempts, NextAt = null, LastAnswer = answer };
        if (attempts >= options.Value.Attempts) return delivery with { State = DeliveryState.GivenUp, Attempts = attempts, NextAt = null, LastAnswer = answer };
        var wait = TimeSpan.FromSeconds(options.Value.FirstWaitSeconds * (double)(1L << Math.Min(attempts - 1, 20)));
        return delivery with { Attempts = attempts, NextAt = clock.GetUtcNow().UtcDateTime + wait, LastAnswer = answer };
    }

    bool IsAllowed(string address) => WebhookAddress.IsAllowed(address, options.Value.Origins);

    async Task<(bool Taken, string Answer)> Call(Webhook webhook, Delivery delivery, CancellationToken cancel)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/cloudevents+json") };
        request.Headers.Add("Webhook-Id", delivery.Id);
        request.Headers.Add("Webhook-Timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Webhook-Signature", WebhookEvents.Signature(webhook.Secret, delivery.Id, seconds, delivery.Body));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return (answer.IsSuccessStatusCode, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is HttpRequestException || e is TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return (false, e is HttpRequestException ? "no connection" : $"no answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }
}

/// <summary>Which addresses may be called: those of a listed origin, and nothing that a name in the address could hide.</summary>
static class WebhookAddress
{
    public static bool IsAllowed(string address, IEnumerable<string> origins) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0
        && origins.Any(origin => Uri.TryCreate(origin, UriKind.Absolute, out var listed) && listed.Scheme == uri.Scheme && listed.IdnHost == uri.IdnHost && listed.Port == uri.Port);
}

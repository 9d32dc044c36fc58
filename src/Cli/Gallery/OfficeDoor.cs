using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>The API as the offices of the demo's rounds use it, each with a key of its own.</summary>
sealed class OfficeDoor(HttpClient site, string secret)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The settings with a key for everybody who acts in the demo's rounds.</summary>
    public static EffectiveSettings WithKeys(EffectiveSettings settings, IEnumerable<Area> cities, string secret) => settings.With([.. DemoRounds.Cast(cities).SelectMany((actor, i) => new (string, string?)[]
    {
        ($"Access:Keys:{i}:Name", actor.Id), ($"Access:Keys:{i}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret + actor.Id)))),
        ($"Access:Keys:{i}:Role", $"{Demo.DemoAccounts.RoleOf(actor.Role)}"), ($"Access:Keys:{i}:Area", actor.AreaCode == 0 ? null : actor.AreaCode.ToString(CultureInfo.InvariantCulture)),
    })]);

    public string Key(string name) => secret + name;

    public async Task<JsonElement> Read(string name, string address, CancellationToken cancel) => await Answer(name, new HttpRequestMessage(HttpMethod.Get, address), cancel);

    /// <summary>Sends a file and waits until it has been loaded or refused.</summary>
    /// <returns>The upload's id.</returns>
    public async Task<string> Send(string name, string source, string file, string text, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent { { new StringContent(source), "source" }, { new StringContent(text), "file", file } };
        var id = (await Answer(name, new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads") { Content = form }, cancel)).GetProperty("id").GetString()!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        while ((await Read(name, "/api/v1/uploads/" + id, limit.Token)).GetProperty("state").GetString() is "received" or "loading") await Task.Delay(500, limit.Token);
        return id;
    }

    async Task<JsonElement> Answer(string name, HttpRequestMessage request, CancellationToken cancel)
    {
        using var asked = request;
        asked.Headers.Add("X-Api-Key", Key(name));
        using var answer = await site.SendAsync(asked, cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{asked.RequestUri} as {name}: {(int)answer.StatusCode}");
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancel));
        return read.RootElement.Clone();
    }
}

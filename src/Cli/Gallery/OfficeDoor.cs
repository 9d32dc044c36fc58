using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>
/// Pages that ask for a login, as the offices of the demo's rounds see them. They are complete without script, so that the page with its style sheet
/// inside is a file that the browser shows as it is.
/// </summary>
sealed class OfficeDoor(HttpClient site, string secret) : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dca-offices-");

    /// <summary>The settings with a key for everybody who acts in the demo's rounds.</summary>
    public static EffectiveSettings WithKeys(EffectiveSettings settings, IEnumerable<Area> cities, string secret) => settings.With([.. DemoRounds.Cast(cities).SelectMany((actor, i) => new (string, string?)[]
    {
        ($"Access:Keys:{i}:Name", actor.Id), ($"Access:Keys:{i}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret + actor.Id)))),
        ($"Access:Keys:{i}:Role", $"{Demo.DemoAccounts.RoleOf(actor.Role)}"), ($"Access:Keys:{i}:Area", actor.AreaCode == 0 ? null : actor.AreaCode.ToString(CultureInfo.InvariantCulture)),
    })]);

    /// <summary>A page as somebody sees it, as the address of a file.</summary>
    public async Task<string> Copy(string name, string address, CancellationToken cancel)
    {
        var page = await Read(name, address, cancel);
        var start = page.IndexOf("<link rel=\"stylesheet\" href=\"", StringComparison.Ordinal);
        var end = page.IndexOf('>', start) + 1;
        var style = await Read(name, page[start..end].Split('"')[3], cancel);
        var file = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".html");
        await File.WriteAllTextAsync(file, $"{page[..start]}<style>{style}</style>{page[end..]}", cancel);
        return new Uri(file).AbsoluteUri;
    }

    public async Task<string> Read(string name, string address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Api-Key", secret + name);
        request.Headers.Add("Accept", "text/html, application/json");
        using var answer = await site.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancel) : throw new InvalidOperationException($"{address} as {name}: {(int)answer.StatusCode}");
    }

    public void Dispose() => folder.Delete(recursive: true);
}

using System.Globalization;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>公示: what anybody may read, and where anybody may object; no account is asked for.</summary>
[EnableRateLimiting(ObjectionBox.Limit)]
public sealed class PublicityPage(ReleaseReader releases, RoundRegister register, Acting acting, ObjectionBox box) : RoundPage(releases, register, acting)
{
    public IReadOnlyList<PublicityView> Lists { get; private set; } = [];

    /// <summary>Cities that can be objected to now, as province.city.</summary>
    public IReadOnlyList<(string Value, string Name)> Open { get; private set; } = [];

    public ObjectionReceipt? Receipt { get; private set; }

    public string Typed(string field) => Request.HasFormContentType && Receipt is null ? Request.Form[field].ToString() : "";

    public async Task<IActionResult> OnGet(string round)
    {
        if (await Find(round) is { } unknown) return unknown;
        Title = T["publicity.title"];
        // The national list first: it is the one that decides.
        Lists = [.. (await PublicLists.Of(Register, Round)).OrderBy(x => x.Province)];
        Open = [.. Lists.Where(list => list.Running).SelectMany(list => list.Cities.Select(city => (
            string.Create(CultureInfo.InvariantCulture, $"{list.Province}.{city.City}"), city.Name + Language.Aside(list.Province == 0 ? T["publicity.national"] : T["publicity.provincial", list.Name]))))];
        return Page();
    }

    /// <summary>The receipt stands on the answer itself: its number must not be in an address that others may see.</summary>
    public async Task<IActionResult> OnPostObject(string round, string? about, string? subject, string? text, string? contact, CancellationToken cancel)
    {
        var parts = (about ?? "").Split('.');
        var (province, city) = parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var of) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var code) ? (of, code) : (0, 0);
        var outcome = await box.Receive(Acting.Actor, round, new ObjectionInput(province, city, subject?.Trim() ?? "", text ?? "", contact?.Trim() ?? ""), cancel);
        if (outcome.Refusal is { } refusal) return await Refuse(refusal, () => OnGet(round));
        Receipt = new ObjectionReceipt(outcome.Value!.Id, outcome.Value.ReceivedOn, outcome.Value.Sha256);
        return await OnGet(round);
    }
}

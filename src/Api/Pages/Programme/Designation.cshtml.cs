using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Supervision;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>The designated cities, their supervision, and the end of a designation.</summary>
public sealed class DesignationPage(ReleaseReader releases, RoundRegister register, Acting acting, Supervisions supervisions, DesignationDesk desk, PaperArchive archive, RoundCards cards)
    : RoundPage(releases, register, acting)
{
    public SupervisionView View { get; private set; } = null!;

    /// <summary>Revocations that wait for a second person.</summary>
    public IReadOnlyList<Evaluation.State.ProposalRow> Waiting { get; private set; } = [];

    /// <summary>Cities that hold the title.</summary>
    public IReadOnlyList<RoundCity> Standing => [.. View.Cities.Where(x => x.Standing == Evaluation.Rounds.Standing.Designated)];

    public async Task<IActionResult> OnGet(string round)
    {
        if (await Find(round) is { } unknown) return unknown;
        Title = T["designation.title"];
        View = await supervisions.Of(Round, await Acting.Seen(round));
        if (Acting.May(Act.Revoke)) Waiting = [.. (await Register.Proposals(round)).Where(x => x.Act == nameof(Act.Revoke))];
        return Page();
    }

    public async Task<IActionResult> OnPostViolation(string round, int city, string? id, string? description, IFormFile? proof, CancellationToken cancel)
    {
        if (Permissions.Check(Acting.Actor, Act.RecordViolation, city, RoundTerms.ProvinceOf(city)) is { } forbidden) return await Refuse(forbidden, () => OnGet(round));
        if (proof is not { Length: > 0 }) return await Refuse(Refusal.Of(RefusalReason.EvidenceMissing, "请附证据材料", "Attach the paper that proves it."), () => OnGet(round));
        await using var content = proof.OpenReadStream();
        var sha256 = await archive.Put(content, cancel);
        return await End(desk.RecordViolation(Acting.Actor, id?.Trim() ?? "", round, city, description ?? "", sha256, cancel), "violation", () => OnGet(round));
    }

    public Task<IActionResult> OnPostProposeRevocation(string round, string? city, string? reason, CancellationToken cancel) =>
        End(desk.ProposeRevocation(Acting.Actor, round, Chosen(city).City, reason?.Trim() ?? "", cancel), "revocation_proposed", () => OnGet(round));

    public Task<IActionResult> OnPostRevoke(string round, string? city, string? reason, CancellationToken cancel) =>
        End(desk.Revoke(Acting.Actor, round, Chosen(city).City, Chosen(city).Version, reason?.Trim() ?? "", cancel), "revoked", () => OnGet(round));

    public string Sentence(AlertView alert) => Round.Rules().Items.FirstOrDefault(x => x.Id == alert.Item) is { } item
        ? T["designation.alert", Language.Of(cards.Name(item)), Shown(item, alert.Baseline), Named(alert.Run[0]), alert.Run.Count, Shown(item, alert.Run[^1].Value)]
        : alert.Sentence;

    string Shown(Evaluation.RuleSets.RuleSetItem item, decimal value) => Release.FindIndicator(item.Indicator)?.Header is { } header
        && ObservationView.Shape(header, item.Variant) is var (unit, decimals) ? FigureText.Of(value, unit, decimals, Language).Text : value.ToString("0.##", CultureInfo.InvariantCulture);

    string Named(AlertPeriod alert) => Warehouse.Calendar.Period.TryParse(alert.Period, out var period) ? FigureText.Of(period, Language) : alert.Period;

    static (int City, int Version) Chosen(string? text) => (text ?? "").Split('.') is [var city, var version]
        && int.TryParse(city, CultureInfo.InvariantCulture, out var code) && int.TryParse(version, CultureInfo.InvariantCulture, out var seen) ? (code, seen) : (0, 0);
}

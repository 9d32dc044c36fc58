using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>Samples of a city's source rows, drawn for checks by telephone and on site.</summary>
public sealed class SamplesPage(ReleaseReader releases, RoundRegister register, Acting acting, CheckDesk desk, RoundFigures figures, RoundCards cards)
    : RoundCityPage(releases, register, acting)
{
    public IReadOnlyList<SampleView> Samples { get; private set; } = [];

    /// <summary>Items whose frozen figure has source rows behind it.</summary>
    public IReadOnlyList<(string Item, string Name)> Choices { get; private set; } = [];

    /// <summary>The item whose rows are proposed: what the address names, else new employment, which is what is phoned about first.</summary>
    public string Chosen { get; private set; } = "";

    public bool MayDraw => Acting.May(Act.DrawSample, City.CityCode) && Procedure.Allows(Round.Stage, Act.DrawSample) && Choices.Count > 0;

    public async Task<IActionResult> OnGet(string round, int city, string? item = null, string? ind = null)
    {
        if (await Find(round, city, "samples.title") is { } problem) return problem;
        var samples = new List<SampleView>();
        foreach (var sample in await Register.Samples(round, city)) samples.Add(SampleView.Of(sample, await desk.CallSheet(sample.Id)));
        Samples = samples;
        var frozen = await Register.Frozen(Round);
        Choices = [.. Round.Rules().Items.Where(x => frozen?.Find(city, x.Id) is { Value: not null }).Select(x => (x.Id, Language.Of(cards.Name(x))))];
        Chosen = item ?? Choices.FirstOrDefault(x => x.Item.EndsWith("-" + (ind ?? "E01"), StringComparison.OrdinalIgnoreCase)).Item ?? "";
        return Page();
    }

    /// <summary>What the address asks for, to begin the form with.</summary>
    public string Asked(string name) => Request.Query[name].ToString();

    public async Task<IActionResult> OnPostDraw(string round, int city, string? item, int size, string? seed, CancellationToken cancel)
    {
        var (sample, problem) = await SampleEndpoints.Drawn(round, city, new SampleInput(item ?? "", size, seed?.Trim() ?? ""), Register, Acting, desk, figures, cancel);
        return sample is not null
            ? LocalRedirect($"{Address}/{Uri.EscapeDataString(sample.Id)}?done=drawn")
            : await Refuse(Refusal.Of(RefusalReason.StageForbids, problem!.DetailZh.TrimEnd('。'), problem.DetailEn), () => OnGet(round, city, item));
    }
}

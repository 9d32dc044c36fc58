using System.Globalization;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>A call sheet: the rows to check, what was found, and what it proves.</summary>
public sealed class SamplePage(ReleaseReader releases, RoundRegister register, Acting acting, CheckDesk desk, RoundCards cards) : RoundCityPage(releases, register, acting)
{
    public SampleView Sample { get; private set; } = null!;

    public string ItemName { get; private set; } = "";

    public bool MayRecord => Acting.May(Act.RecordCheck, City.CityCode) && Procedure.Allows(Round.Stage, Act.RecordCheck);

    public async Task<IActionResult> OnGet(string round, int city, string sample)
    {
        if (await Find(round, city, "samples.sheet_title") is { } problem) return problem;
        if (await Register.Sample(sample) is not { } row || row.RoundId != round || row.CityCode != city)
            return new Problem("unknown-round", $"没有抽样“{sample}”。", $"There is no sample '{sample}'.");
        Sample = SampleView.Of(row, await desk.CallSheet(sample));
        ItemName = Round.Rules().Items.FirstOrDefault(x => x.Id == row.Indicator) is { } item ? Language.Of(cards.Name(item)) : row.Indicator;
        Above = [.. Above, (T["rounds.tab_samples"], CityAddress + "/samples")];
        return Page();
    }

    public async Task<IActionResult> OnPostRecord(string round, int city, string sample, CancellationToken cancel)
    {
        if (await OnGet(round, city, sample) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return await OnGet(round, city, sample);
        var typed = await Request.ReadFormAsync(cancel);
        foreach (var line in Sample.Lines)
        {
            string Field(string name) => typed[string.Create(CultureInfo.InvariantCulture, $"{name}.{line.Line}")].ToString().Trim();
            if (!Enum.TryParse<CheckResult>(Field("result"), out var result) || result == line.Result && Field("note") == line.Note) continue;
            var version = int.TryParse(Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
            if ((await desk.Record(Acting.Actor, sample, line.Line, result, Field("note"), version, cancel)).Refusal is { } refusal)
                return await Refuse(refusal with { Message = new() { Zh = $"第{line.Line}条：{refusal.Message.Zh}", En = $"Line {line.Line}: {refusal.Message.En}" } }, () => OnGet(round, city, sample));
        }
        return LocalRedirect(Address + "?done=recorded");
    }
}

using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>Objections that the reader's office handles, with their text.</summary>
public sealed class ObjectionsPage(ReleaseReader releases, RoundRegister register, Acting acting, PublicityDesk desk, PaperArchive archive) : RoundPage(releases, register, acting)
{
    public IReadOnlyList<(ObjectionRow Row, string City, string? Text)> Objections { get; private set; } = [];

    public async Task<IActionResult> OnGet(string round)
    {
        if (await Find(round) is { } unknown) return unknown;
        if (!Acting.May(Act.HandleObjection)) return Permissions.Check(Acting.Actor, Act.HandleObjection)!.Problem();
        Title = T["objections.title"];
        var names = (await Register.Cities(round)).ToDictionary(x => x.CityCode, x => x.CityName);
        var found = new List<(ObjectionRow, string, string?)>();
        foreach (var row in (await Register.Objections(round)).Where(x => ObjectionBox.Handles(Acting.Actor, x)))
            found.Add((row, names[row.CityCode], await ObjectionBox.Text(archive, row, HttpContext.RequestAborted)));
        Objections = found;
        return Page();
    }

    public Task<IActionResult> OnPostHandle(string round, string? id, ObjectionResult result, string? handling, int version, CancellationToken cancel) =>
        End(desk.Handle(Acting.Actor, id ?? "", result, handling ?? "", version, cancel), "handled", () => OnGet(round));
}

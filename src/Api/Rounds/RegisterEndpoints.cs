using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Rounds: the list, one round, opening, history and archive.</summary>
static partial class RegisterEndpoints
{
    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", List).Reads("List the rounds", "The rounds of the programme, the newest first, with the stage each is in.", RoundExamples.Rounds);
        routes.MapPost("", Open).WithMetadata(new Creates()).Does("Open a round", "Settles deadline, quotas, places and rules of a new round. Operators open rounds.", RoundExamples.Opening, RoundExamples.Round);
        routes.MapGet("/{round}", Get).Reads("Get one round", "Stage, settings, rules, freeze, and the cities whose work the caller may see. Its ETag is the version for acts on the round.", RoundExamples.Round);
        routes.MapGet("/{round}/history", History).Reads("Get a round's history", "The audit log's entries about the round, the latest first, each with its hash.", RoundExamples.History);
        routes.MapGet("/{round}/archive.zip", Archive).WithTags(RoundRoutes.Tag).WithSummary("Get a frozen round's archive")
            .WithDescription("One file with figures, rules, scores, hashes of evidence and the audit log; dca verify computes every score again from it.")
            .Produces<byte[]>(200, Handed.Zip).Produces<ProblemBody>(403, "application/problem+json").Produces<ProblemBody>(404, "application/problem+json").Produces<ProblemBody>(409, "application/problem+json");
    }

    static async Task<IResult> List(RoundRegister register) => new Versioned(new RoundList([.. (await register.Rounds()).Select(RoundSummary.Of)]));

    static async Task<IResult> Get(string round, RoundRegister register, Acting acting) => await register.Round(round) is { } row
        ? new Versioned(await Detail(row, register, acting), row.Version)
        : Acting.UnknownRound(round);

    static async Task<IResult> Open(HttpRequest request, ApplicationDesk desk, RoundRegister register, Acting acting, RuleSet illustrative, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<OpenRound>();
        if (body is null) return wrong!;
        if (!RoundId().IsMatch(body.Id))
            return new Problem("invalid-body", $"轮次编号“{body.Id}”应由字母、数字和连字符组成，如 2026-R1。", $"The id '{body.Id}' must be letters, digits and hyphens, like 2026-R1.")
            { Errors = [new ProblemError("#/id", "pattern", "应由字母、数字和连字符组成", "Letters, digits and hyphens")] };
        RuleSet rules;
        try
        {
            rules = body.RuleSet is { } yaml ? RuleSet.OfOperator(yaml, "ruleSet") : illustrative;
        }
        catch (DefinitionException e)
        {
            return new Problem("not-complete", $"规则集有 {e.Issues.Count} 处错误。", $"The rule set has {e.Issues.Count} mistakes.")
            { Errors = [.. e.Issues.Select(issue => new ProblemError("#/ruleSet", "rule_set", issue.ToString(), issue.ToString()))] };
        }
        return await (await desk.OpenRound(acting.Actor, body.Id, body.Name, body.Settings, rules, cancel))
            .Done(async row => new Versioned(await Detail(row, register, acting), row.Version, $"/api/v1/rounds/{row.Id}"));
    }

    static async Task<IResult> History(string round, RoundRegister register) => await register.Round(round) is null ? Acting.UnknownRound(round)
        : new Versioned(new HistoryList([.. (await register.History(round, most: 1000)).Select(x => new HistoryEntry(x.Sequence, x.At, x.Actor, x.Role, x.Act, x.Subject, x.Hash))]));

    static async Task<IResult> Archive(string round, RoundRegister register, StateStore store)
    {
        if (await register.Round(round) is null) return Acting.UnknownRound(round);
        return await RoundArchive.Write(store, round) is { } zip
            ? Handed.Over(zip, Handed.Zip, $"round-{round}.zip")
            : new Problem("not-now", "评估数据冻结后才能导出存档。", "A round can be archived after its freeze.");
    }

    /// <summary>The answer about a round, in which each caller sees their own cities.</summary>
    public static async Task<RoundDetail> Detail(RoundRow row, RoundRegister register, Acting acting)
    {
        var frozen = await register.Frozen(row);
        var proposals = acting.IsPublic ? [] : await register.Proposals(row.Id);
        return new RoundDetail(row.Id, row.Name, row.Stage, row.Version, row.Settings(), Rules(row), row.CreationFrom, Freeze(row, frozen),
            [.. (await acting.Seen(row.Id)).Select(RoundCity.Of)], [.. proposals.Select(x => new RoundProposal(x.Act, x.Subject, x.Statement, x.ProposedBy))]);
    }

    public static RoundRules Rules(RoundRow row)
    {
        var rules = row.Rules();
        return new RoundRules(rules.Id, rules.Version, rules.Name, rules.Source, rules.FullPoints);
    }

    public static RoundFreeze? Freeze(RoundRow row, Evaluation.Figures.FrozenFigures? frozen) => frozen is null ? null
        : new(row.FrozenHash!, frozen.Release, frozen.Month, frozen.Definitions, frozen.Synthetic, frozen.Figures.Count);

    /// <summary>What an act ends with, when the answer takes more reading.</summary>
    public static async Task<IResult> Done<T>(this Outcome<T> outcome, Func<T, Task<IResult>> done) => outcome.Refusal is { } refusal ? refusal.Problem() : await done(outcome.Value!);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,30}$")]
    internal static partial Regex RoundId();
}

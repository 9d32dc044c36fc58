using System.Globalization;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>All rounds; an operator opens new ones here.</summary>
public sealed class RoundsPage(ReleaseReader releases, RoundRegister register, Acting acting, ApplicationDesk desk, RuleSet illustrative) : RoundPage(releases, register, acting)
{
    public IReadOnlyList<RoundRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Title = T["rounds.title"];
        Rows = await Register.Rounds();
        return Page();
    }

    /// <summary>What was typed before a refusal.</summary>
    public string Typed(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : "";

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var id = form["id"].ToString().Trim();
        if (!RegisterEndpoints.RoundId().IsMatch(id))
            return await Refuse(Refusal.Of(RefusalReason.TextMissing, "轮次编号应由字母、数字和连字符组成，如 2026-R1", "The id must be letters, digits and hyphens, like 2026-R1."), OnGet);
        if (Day(form["deadline"].ToString()) is not { } deadline)
            return await Refuse(Refusal.Of(RefusalReason.TextMissing, "申报截止日应写作 2026-03-31", "The deadline is written 2026-03-31."), OnGet);
        var (places, wrongLine) = Places(form["places"].ToString());
        if (wrongLine is not null) return await Refuse(wrongLine, OnGet);
        var (rules, wrongRules) = await RulesOf(form.Files.GetFile("rules"), cancel);
        if (rules is null) return await Refuse(wrongRules!, OnGet);
        int Whole(string field, int otherwise) => int.TryParse(form[field].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
        var settings = new RoundSettings
        {
            Deadline = deadline,
            QuotaBase = Enum.TryParse<QuotaBase>(form["base"].ToString(), out var counted) ? counted : QuotaBase.AllPrefectureDivisions,
            CreationMonths = Whole("months", 12),
            PublicityDays = Whole("days", 7),
            NationalPlaces = Whole("national", 100),
            Follows = form["follows"].ToString() is { Length: > 0 } before ? before : null,
            Places = places,
        };
        return await End(desk.OpenRound(Acting.Actor, id, form["name"].ToString().Trim(), settings, rules, cancel), "opened", OnGet, $"/rounds/{id}");
    }

    /// <summary>One line per province: its name or code, then the places.</summary>
    static (Dictionary<string, int> Places, Refusal? Wrong) Places(string text)
    {
        var places = new Dictionary<string, int>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split([' ', '\t', '，', ',', '：', ':', '　'], StringSplitOptions.RemoveEmptyEntries);
            var province = cells.Length == 2 ? Quota.Provinces.FirstOrDefault(x => x.Name == cells[0] || x.Code.ToString(CultureInfo.InvariantCulture) == cells[0]) : null;
            if (province is null || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return (places, Refusal.Of(RefusalReason.PointsOutOfRange, $"分配名额“{line}”无法识别，应写作“河北省 4”", $"The line '{line}' is not a province and its places, such as '130000 4'."));
            places[province.Code.ToString(CultureInfo.InvariantCulture)] = count;
        }
        return (places, null);
    }

    async Task<(RuleSet? Rules, Refusal? Wrong)> RulesOf(Microsoft.AspNetCore.Http.IFormFile? file, CancellationToken cancel)
    {
        if (file is not { Length: > 0 }) return (illustrative, null);
        using var reader = new StreamReader(file.OpenReadStream());
        try
        {
            return (RuleSet.OfOperator(await reader.ReadToEndAsync(cancel), file.FileName), null);
        }
        catch (DefinitionException e)
        {
            var issues = string.Join("; ", e.Issues.Take(5));
            return (null, Refusal.Of(RefusalReason.UnknownItem, $"规则集文件有{e.Issues.Count}处错误：{issues}", $"The rule set has {e.Issues.Count} mistakes: {issues}"));
        }
    }
}

using System.Globalization;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>The application form: written by the city, confirmed by city and province.</summary>
public sealed class ApplicationPage(ReleaseReader releases, RoundRegister register, Acting acting, ApplicationDesk desk, RoundFigures figures, RoundCards cards)
    : RoundCityPage(releases, register, acting)
{
    // Room for more targets than are there; an empty row is no target.
    const int EmptyRows = 2;
    const int FewestRows = 4;

    /// <summary>As stored, or as typed when it could not be saved.</summary>
    public ApplicationForm Form { get; private set; } = null!;

    /// <summary>False before the first save.</summary>
    public bool Exists => City is not null;

    public Standing Standing => City?.Standing ?? Standing.Draft;

    public int Version => City?.Version ?? 0;

    public int Characters => CharacterCount.Of(Form.Situation);

    public IReadOnlyList<Refusal> Issues { get; private set; } = [];

    public BilingualText Quota { get; private set; } = null!;

    public int Rows => MayWrite ? Math.Max(FewestRows, Form.Targets.Count + EmptyRows) : Form.Targets.Count;

    /// <summary>Lines of the field that holds the description: room to write, or as many as are written.</summary>
    public int Lines => MayWrite ? 14 : Math.Clamp(Form.Situation.Length / 50 + Form.Situation.Count(letter => letter == '\n') + 2, 3, 40);

    /// <summary>Indicators that a target can be measured by.</summary>
    public IReadOnlyList<(string Code, string Name)> Choices { get; private set; } = [];

    public bool MayWrite => Standing == Standing.Draft && Round.Stage == Stage.Application && Acting.Actor is { Role: Role.City };

    public bool MayDecide => Exists && Standing == Standing.CityConfirmed && Acting.May(Act.ConfirmByProvince, City.CityCode);

    public async Task<IActionResult> OnGet(string round, int city) => await Show(round, city, null);

    async Task<IActionResult> Show(string round, int city, ApplicationForm? typed)
    {
        if (await Find(round, city, "apply.title") is { } problem)
        {
            // The city's first visit: nothing is stored yet and the form is empty.
            if (problem.Id != "unknown-round" || Round is null || Acting.Actor is not { Role: Role.City } own || own.AreaCode != city) return problem;
            if (CityNames.Find(city, figures) is not { } names) return problem;
            Form = typed ?? new ApplicationForm { City = names.City, Province = names.Province, FilledOn = Today, Situation = "", Targets = [] };
            Title = T["apply.title", names.City];
        }
        else
        {
            Form = typed ?? City.Application();
        }
        var rules = Round.Rules();
        Issues = Exists && Standing == Standing.Draft ? ApplicationCheck.Of(Form, rules) : [];
        var province = RoundTerms.ProvinceOf(city);
        var entered = (await Register.Cities(round)).Count(x => x.ProvinceCode == province && x.Standing >= Standing.Entered && x.Standing != Standing.Lapsed);
        Quota = Evaluation.Programme.Quota.Check(province, entered, Round.Settings().QuotaBase).Reason;
        Choices = [.. rules.Items.Select(item => (Code(item.Indicator, item.Variant), Language.Of(cards.Name(item)))).DistinctBy(x => x.Item1)];
        return Page();
    }

    public async Task<IActionResult> OnPostSave(string round, int city, int version, CancellationToken cancel)
    {
        var (form, wrong) = await Typed(city, cancel);
        if (form is null) return new Problem("unknown-area", "没有这个行政区划。", "There is no such area.");
        if (wrong is not null) return await Refuse(wrong, () => Show(round, city, form));
        return await End(desk.Save(Acting.Actor, round, city, form, version == 0 ? null : version, cancel), "saved", () => Show(round, city, form));
    }

    public async Task<IActionResult> OnPostConfirm(string round, int city, int version, CancellationToken cancel)
    {
        // What is on the screen is what is confirmed: it is saved first.
        var (form, wrong) = await Typed(city, cancel);
        if (form is null) return new Problem("unknown-area", "没有这个行政区划。", "There is no such area.");
        if (wrong is not null) return await Refuse(wrong, () => Show(round, city, form));
        var saved = await desk.Save(Acting.Actor, round, city, form, version, cancel);
        return saved.Refusal is { } refusal
            ? await Refuse(refusal, () => Show(round, city, form))
            : await End(desk.ConfirmByCity(Acting.Actor, round, city, saved.Value!.Version, cancel), "confirmed", () => OnGet(round, city));
    }

    public Task<IActionResult> OnPostAccept(string round, int city, int version, string? name, string? position, string? telephone, CancellationToken cancel) =>
        End(desk.ConfirmByProvince(Acting.Actor, round, city, version, new ContactLine(name?.Trim() ?? "", position?.Trim() ?? "", telephone?.Trim() ?? ""), cancel), "accepted", () => OnGet(round, city));

    public Task<IActionResult> OnPostReturn(string round, int city, int version, string? reason, CancellationToken cancel) =>
        End(desk.ReturnToCity(Acting.Actor, round, city, version, reason ?? "", cancel), "returned", () => OnGet(round, city));

    /// <summary>Reads the form field by field; a number that is none is told, an empty one is only unquantified.</summary>
    async Task<(ApplicationForm? Form, Refusal? Wrong)> Typed(int city, CancellationToken cancel)
    {
        if (CityNames.Find(city, figures) is not { } names) return (null, null);
        var typed = await Request.ReadFormAsync(cancel);
        Refusal? wrong = null;
        decimal? Decimal(string field, int i)
        {
            var text = typed[field].ElementAtOrDefault(i)?.Trim() ?? "";
            if (text.Length > 0 && Number(text) is null) wrong ??= NotANumber($"第{i + 1}项目标", text);
            return Number(text);
        }
        var targets = new List<ApplicationTarget>();
        for (var i = 0; i < typed["text"].Count; i++)
        {
            var (text, code) = (typed["text"][i]?.Trim() ?? "", typed["indicator"].ElementAtOrDefault(i) ?? "");
            var (baseline, goal) = (Decimal("baseline", i), Decimal("target", i));
            if (text.Length == 0 && code.Length == 0 && baseline is null && goal is null) continue;
            var parts = code.Split('.', 2);
            targets.Add(new ApplicationTarget
            {
                Text = text,
                Indicator = code.Length == 0 ? null : parts[0],
                Variant = parts.Length == 2 ? parts[1] : "",
                Baseline = baseline,
                Target = goal,
                Unit = code.Length == 0 ? "" : figures.Current?.FindIndicator(parts[0])?.Header.Unit ?? "",
                DueOn = Day(typed["due"].ElementAtOrDefault(i)),
                Better = Enum.TryParse<Direction>(typed["better"].ElementAtOrDefault(i), out var better) ? better : Direction.None,
            });
        }
        return (new ApplicationForm
        {
            City = names.City,
            Province = names.Province,
            FilledOn = Today,
            Situation = typed["situation"].ToString().ReplaceLineEndings("\n"),
            Targets = targets,
            Leader = Line(typed, "leader"),
            CityContact = Line(typed, "contact"),
        }, wrong);
    }

    static ContactLine? Line(IFormCollection typed, string key)
    {
        string Of(string part) => typed[$"{key}-{part}"].ToString().Trim();
        return Of("name").Length + Of("position").Length + Of("telephone").Length == 0 ? null : new ContactLine(Of("name"), Of("position"), Of("telephone"));
    }

    public static string CodeOf(ApplicationTarget? target) => target?.Indicator is { } code ? Code(code, target.Variant) : "";

    public static string Shown(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    static string Code(string indicator, string variant) => variant.Length == 0 ? indicator : $"{indicator}.{variant}";
}

using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

public sealed partial class ProgrammeRehearsal
{
    RoundSettings Settings => new()
    {
        Deadline = new DateOnly(2026, 3, 31),
        NationalPlaces = 100,
        Places = nation.Provinces.ToDictionary(x => $"{x.Divisions.Code}", x => x.Places),
    };

    (FigureId, decimal?) VetoFigure() => (new FigureId("B05", "", Vetoed.Cities[0].Code, Period.Parse("2027")), 99.5m);

    async Task Apply(CancellationToken cancel)
    {
        await script.Refused("省级不能开设评估轮次", RefusalReason.RoleForbids, applications.OpenRound(OfProvince(nation.Provinces[0]), Round, "2026年第一批", Settings, rules, cancel));
        await script.Done("运维开设评估轮次", applications.OpenRound(operatorOnDuty, Round, "2026年第一批（合成数据）", Settings, rules, cancel));
        await script.Refused("轮次不能重复开设", RefusalReason.AlreadyExists, applications.OpenRound(operatorOnDuty, Round, "重复", Settings, rules, cancel));
        await script.Refused("未开设的轮次不能申报", RefusalReason.NotFound, applications.Save(OfCity(nation.Cities[0]), "2030-R9", nation.Cities[0].Code, SyntheticNation.Form(nation.Cities[0], clock.Day), null, cancel));
        await RefuseBadForms(nation.Cities[0], cancel);

        foreach (var province in nation.Provinces)
        {
            foreach (var city in province.Cities) await Enter(province, city, cancel);
        }

        await ExceedQuota(cancel);
        await LeaveOneUnconfirmed(cancel);
        await Note();
        await script.Refused("截止日前不能结束申报", RefusalReason.TooEarly, applications.Close(officer, Round, await RoundVersion(), cancel));
        clock.Day = new DateOnly(2026, 4, 1);
        await script.Refused("截止后不能再申报", RefusalReason.DeadlinePassed, applications.Save(OfCity(nation.Cities[0]), Round, nation.Cities[0].Code, SyntheticNation.Form(nation.Cities[0], clock.Day), 3, cancel));
        await script.Done("结束申报，进入创建", applications.Close(officer, Round, await RoundVersion(), cancel));
        script.Holds("全国申报城市数", SyntheticNation.Applications, await Count(Standing.Creating));
        script.Holds("逾期未报城市数", 2, await Count(Standing.Lapsed));
    }

    async Task Enter(ApplyingProvince province, Area city, CancellationToken cancel)
    {
        var row = await script.Done($"{city.Name}填报", applications.Save(OfCity(city), Round, city.Code, SyntheticNation.Form(city, clock.Day), await Saved(city), cancel));
        row = await script.Done($"{city.Name}市级确认", applications.ConfirmByCity(OfCity(city), Round, city.Code, row.Version, cancel));
        await script.Done($"{city.Name}省级确认", applications.ConfirmByProvince(OfProvince(province), Round, city.Code, row.Version, SyntheticWork.ProvinceContact, cancel));
    }

    async Task<int?> Saved(Area city) => await store.Read(async state => (await state.Cities.FindAsync(Round, city.Code))?.Version);

    /// <summary>The first city of the list tries every form that must not pass, then leaves its draft for the good one.</summary>
    async Task RefuseBadForms(Area city, CancellationToken cancel)
    {
        var (mine, good) = (OfCity(city), SyntheticNation.Form(city, clock.Day));
        var row = await script.Done("保存空白草稿", applications.Save(mine, Round, city.Code, good with { Situation = "", Targets = [], Leader = null }, null, cancel));
        await script.Refused("他市不能改本市申报", RefusalReason.NotYourArea, applications.Save(OfCity(nation.Cities[1]), Round, city.Code, good, row.Version, cancel));
        await script.Refused("草稿未填基本情况", RefusalReason.TextMissing, applications.ConfirmByCity(mine, Round, city.Code, row.Version, cancel));
        async Task Bad(string title, RefusalReason reason, ApplicationForm form)
        {
            row = await script.Done($"保存草稿：{title}", applications.Save(mine, Round, city.Code, form, row.Version, cancel));
            await script.Refused(title, reason, applications.ConfirmByCity(mine, Round, city.Code, row.Version, cancel));
        }
        await Bad("超过1500字", RefusalReason.TextTooLong, good with { Situation = new string('创', 1501) });
        await Bad("没有联系人", RefusalReason.ContactMissing, good with { CityContact = null });
        await Bad("没有目标任务", RefusalReason.TargetsMissing, good with { Targets = [] });
        await Bad("目标没有数值", RefusalReason.TargetNotQuantified, good with { Targets = [new() { Text = "服务水平大幅提升" }] });
        await Bad("目标劣于基期", RefusalReason.TargetNotQuantified, good with { Targets = [good.Targets[0] with { Target = 4.5m }] });
        var stale = row.Version;
        row = await script.Done("甲保存草稿", applications.Save(mine, Round, city.Code, good, row.Version, cancel));
        await script.Refused("乙用旧版本保存", RefusalReason.VersionConflict, applications.Save(mine, Round, city.Code, good, stale, cancel));
        row = await script.Done("市级确认", applications.ConfirmByCity(mine, Round, city.Code, row.Version, cancel));
        await script.Refused("确认后不能直接修改", RefusalReason.StandingForbids, applications.Save(mine, Round, city.Code, good, row.Version, cancel));
        await script.Refused("省级退回须说明理由", RefusalReason.ReasonMissing, applications.ReturnToCity(OfProvince(nation.Provinces[0]), Round, city.Code, row.Version, "", cancel));
        await script.Done("省级退回修改", applications.ReturnToCity(OfProvince(nation.Provinces[0]), Round, city.Code, row.Version, "请补充指标口径", cancel));
    }

    /// <summary>Sichuan has ten places by its 21 divisions; the one after them is refused with the reckoning.</summary>
    async Task ExceedQuota(CancellationToken cancel)
    {
        var cap = Quota.Check(OverQuota.Divisions.Code, 0, QuotaBase.AllPrefectureDivisions).Cap;
        var more = SyntheticNation.City(OverQuota.Divisions, cap + 1);
        var row = await script.Done($"{more.Name}填报", applications.Save(OfCity(more), Round, more.Code, SyntheticNation.Form(more, clock.Day), null, cancel));
        row = await script.Done($"{more.Name}市级确认", applications.ConfirmByCity(OfCity(more), Round, more.Code, row.Version, cancel));
        script.Holds($"{OverQuota.Divisions.Name}已确认数等于名额", cap, OverQuota.Cities.Count);
        await script.Refused($"{OverQuota.Divisions.Name}超名额", RefusalReason.QuotaExceeded, applications.ConfirmByProvince(OfProvince(OverQuota), Round, more.Code, row.Version, SyntheticWork.ProvinceContact, cancel));
    }

    async Task LeaveOneUnconfirmed(CancellationToken cancel)
    {
        var late = SyntheticNation.City(nation.Provinces[0].Divisions, 90);
        await script.Done($"{late.Name}只存草稿", applications.Save(OfCity(late), Round, late.Code, SyntheticNation.Form(late, clock.Day), null, cancel));
    }

    async Task Create(CancellationToken cancel)
    {
        var city = nation.Cities[0];
        clock.Day = new DateOnly(2026, 10, 1);
        var progress = CreationProgress.Of(SyntheticNation.Form(city, new DateOnly(2026, 3, 2)).Targets[0], 3.9m, new DateOnly(2026, 4, 1), clock.Day);
        script.Holds("创建期中期序时进度滞后提示", true, progress.Alert);
        foreach (var each in nation.Cities) await script.Done($"{each.Name}附佐证材料", evidence.Attach(OfCity(each), Round, each.Code, Papers(each), cancel));
        await script.Refused("材料不能重复附加", RefusalReason.AlreadyExists, evidence.Attach(OfCity(city), Round, city.Code, Papers(city), cancel));
        await script.Refused("不存在的评估项", RefusalReason.UnknownItem, evidence.Attach(OfCity(city), Round, city.Code, [Papers(city)[0] with { Item = "S9.9-M" }], cancel));
        script.Holds("一市佐证材料齐全率（缺1项）", 96.15m, (await evidence.CompletenessPercent(Round, city.Code))!.Value);
        await script.Refused("创建未满一年不能冻结", RefusalReason.TooEarly, freeze.Propose(officer, Round, figures, Judged, cancel));
        await script.Refused("创建期不能评分", RefusalReason.StageForbids, scoring.SaveSheet(OfCity(city), Round, city.Code, [new("S1.1-M", 1, "自评")], cancel));

        await Report(city, cancel);

        clock.Day = new DateOnly(2028, 1, 10);
        await script.Refused("未经一人提出不能冻结", RefusalReason.SecondPersonNeeded, freeze.Freeze(officer, Round, await RoundVersion(), figures, Judged, cancel));
        await script.Done("部里甲提出冻结", freeze.Propose(officer, Round, figures, Judged, cancel));
        await script.Refused("提出人不能自行确认", RefusalReason.SecondPersonNeeded, freeze.Freeze(officer, Round, await RoundVersion(), figures, Judged, cancel));
        await script.Refused("确认的数据与提出的不同", RefusalReason.ProposalDiffers, freeze.Freeze(secondOfficer, Round, await RoundVersion(), figures, Judged - 1, cancel));
        await script.Done("部里乙确认冻结", freeze.Freeze(secondOfficer, Round, await RoundVersion(), figures, Judged, cancel));
        await script.Refused("冻结后不能再次冻结", RefusalReason.Frozen, freeze.Propose(officer, Round, figures, Judged, cancel));
        await CorrectLate();
    }

    /// <summary>Three figures as a city states them: one exact, one rounded, one that its records do not give (P03).</summary>
    async Task Report(Area city, CancellationToken cancel)
    {
        var recomputed = FrozenFigures.Take(figures, rules, [city.Code], Judged);
        decimal Of(string indicator) => recomputed.Figures.Single(x => x.Item == rules.Items.Single(item => item.Indicator == indicator).Id).Value!.Value;
        var (rate, rating, match) = (Of("E05"), Of("C07"), Of("E12"));
        var reported = new Dictionary<string, string>
        {
            ["S5.3-E05"] = rate.ToString("0.00", CultureInfo.InvariantCulture),
            ["S5.1-C07"] = HalfUp.Round(rating, 1).ToString("0.0", CultureInfo.InvariantCulture),
            ["S5.4-E12"] = (match + 1).ToString("0.00", CultureInfo.InvariantCulture),
        };
        await script.Refused("他市不能上报本市数据", RefusalReason.NotYourArea, reports.Report(OfCity(nation.Cities[1]), Round, city.Code, reported, cancel));
        await script.Done("上报数据", reports.Report(OfCity(city), Round, city.Code, reported, cancel));
        var compared = await reports.Compare(Round, city.Code, recomputed);
        script.Holds("上报数与重算数一致率（四舍五入不算差错）", 66.67m, ReportedFigure.AgreementPercent(compared)!.Value);
        script.Holds("不一致的一项指出差额", "S5.4-E12 1.00", $"{compared.Single(x => !x.Agrees).Item} {compared.Single(x => !x.Agrees).Difference:0.00}");
    }

    static readonly Month Judged = new(2027, 12);

    /// <summary>A correction after the freeze shows beside the frozen figures and changes none of them.</summary>
    async Task CorrectLate()
    {
        var before = await store.Read(state => Task.FromResult(state.Freezes.Single().Figures));
        var id = new FigureId("E05", "", nation.Cities[3].Code, Period.EndingIn(Judged, Frequency.Month)!.Value);
        var revisions = await freeze.Revisions(Round, figures.Corrected("R2-synthetic", (id, 9.99m)));
        script.Holds("冻结后更正1项，列示在旁", $"1 项 {id} 9.99", $"{revisions.Count} 项 {revisions[0].Figure} {revisions[0].Now}");
        script.Holds("冻结数据未变", Paper(before), Paper(await store.Read(state => Task.FromResult(state.Freezes.Single().Figures))));
    }

    /// <summary>All papers of all items, but the first city lacks those of one.</summary>
    List<EvidencePaper> Papers(Area city) => [.. SyntheticWork.Papers(rules, city, new DateOnly(2026, 9, 1)).Where(paper => city != nation.Cities[0] || paper.Item != "S5.2-M")];
}

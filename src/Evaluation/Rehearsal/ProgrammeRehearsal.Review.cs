using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

public sealed partial class ProgrammeRehearsal
{
    async Task ReviewByProvinces(CancellationToken cancel)
    {
        var (first, city) = (nation.Provinces[0], nation.Cities[0]);
        await script.Refused("未评完分不能推荐", RefusalReason.ScoresIncomplete, recommendations.Recommend(OfProvince(first), Round, first.Divisions.Code, [city.Code], "试", cancel));
        await RefuseBadScores(city, cancel);
        await FindFalsifier(cancel);
        await script.Done($"{city.Name}自评", scoring.SaveSheet(OfCity(city), Round, city.Code, Sheet(city, "自评"), cancel));
        await script.Done($"{city.Name}提交自评", scoring.SubmitSheet(OfCity(city), Round, city.Code, cancel));
        foreach (var province in nation.Provinces)
        {
            foreach (var each in province.Cities.Where(x => x != Falsifier))
            {
                await script.Done($"{each.Name}省评", scoring.SaveSheet(OfProvince(province), Round, each.Code, Sheet(each, "省评"), cancel));
                await script.Done($"{each.Name}提交省评", scoring.SubmitSheet(OfProvince(province), Round, each.Code, cancel));
            }
            await Recommend(province, cancel);
        }
        await script.Refused("推荐名单未公示不能进入部级评估", RefusalReason.PublicityMissing, recommendations.StartEvaluation(officer, Round, await RoundVersion(), cancel));
        await Publicise(cancel);
        script.Holds("省级推荐城市数", recommended.Count, await Count(Standing.Recommended));
        await Note();
        await script.Done("进入部级评估", recommendations.StartEvaluation(officer, Round, await RoundVersion(), cancel));
    }

    async Task RefuseBadScores(Area city, CancellationToken cancel)
    {
        var province = OfProvince(nation.Provinces[0]);
        await script.Refused("借调专家不得为本市评分", RefusalReason.OwnCity, scoring.SaveSheet(new Actor("province-on-loan", Role.Province, nation.Provinces[0].Divisions.Code, HomeCity: city.Code), Round, city.Code, [new("S1.1-M", 1, "好")], cancel));
        await script.Refused("公众不能评分", RefusalReason.RoleForbids, scoring.SaveSheet(citizen, Round, city.Code, [new("S1.1-M", 1, "好")], cancel));
        await script.Refused("部级评估开始前部级不评分", RefusalReason.StageForbids, scoring.SaveSheet(officer, Round, city.Code, [new("S1.1-M", 1, "好")], cancel));
        await script.Refused("超过满分", RefusalReason.PointsOutOfRange, scoring.Save(province, Round, city.Code, "S1.1-M", 1.01m, "好", null, cancel));
        await script.Refused("不存在的评分项", RefusalReason.UnknownItem, scoring.Save(province, Round, city.Code, "S1.9-M", 1, "好", null, cancel));
        var draft = await script.Done("逐项保存草稿（尚无理由）", scoring.Save(province, Round, city.Code, "S1.1-M", 0.8m, "", null, cancel));
        await script.Refused("评分没有理由", RefusalReason.ReasonMissing, scoring.Submit(province, Round, city.Code, "S1.1-M", draft.Version, cancel));
        await script.Done("另一台电脑接着填写", scoring.Save(province, Round, city.Code, "S1.1-M", 0.8m, "网点布局合理，两处偏远", draft.Version, cancel));
        await script.Refused("旧页面再保存", RefusalReason.VersionConflict, scoring.Save(province, Round, city.Code, "S1.1-M", 1, "好", draft.Version, cancel));
        var unproven = await script.Done("无佐证项目存草稿", scoring.Save(province, Round, city.Code, "S5.2-M", 1, "经验突出", null, cancel));
        await script.Refused("缺佐证材料不能提交", RefusalReason.EvidenceMissing, scoring.Submit(province, Round, city.Code, "S5.2-M", unproven.Version, cancel));
        await script.Done("补齐佐证材料", evidence.Attach(OfCity(city), Round, city.Code, [new EvidencePaper("S5.2-M", "典型经验材料", "典型经验", new DateOnly(2027, 9, 1), null, Paper("experience"))], cancel));
        script.Holds("补齐后佐证材料齐全率", 100m, (await evidence.CompletenessPercent(Round, city.Code))!.Value);
    }

    /// <summary>Fifteen calls: three persons never took up the work reported, so the report is falsified.</summary>
    async Task FindFalsifier(CancellationToken cancel)
    {
        var (city, province) = (Falsifier, OfProvince(nation.Provinces.Single(x => x.Cities.Contains(Falsifier))));
        var roster = Enumerable.Range(1, 900).Select(i => new SampleRecord($"load 7 line {i}", $"示例区{i % 5 + 1}")).ToList();
        var sample = await script.Done("按公开随机数抽取15条", checks.Draw(province, Round, city.Code, "E01", roster, 15, "20280111", cancel));
        await script.Refused("同一随机数不能再抽", RefusalReason.AlreadyExists, checks.Draw(province, Round, city.Code, "E01", roster, 15, "20280111", cancel));
        var sheet = await checks.CallSheet(sample.Id);
        script.Holds("电话核查表条数与分层", "15 5", $"{sheet.Count} {sheet.Select(x => x.Stratum).Distinct().Count()}");
        await script.Refused("不属实须说明", RefusalReason.ReasonMissing, checks.Record(province, sample.Id, 1, CheckResult.Denied, "", 1, cancel));
        foreach (var line in sheet)
        {
            var result = line.Line <= 3 ? CheckResult.Denied : line.Line == 4 ? CheckResult.Unreachable : CheckResult.Confirmed;
            await script.Done($"核查第{line.Line}条", checks.Record(province, sample.Id, line.Line, result, result == CheckResult.Denied ? "本人称未曾就业" : "", line.Version, cancel));
        }
        var verification = await checks.Verify(sample.Id);
        script.Holds("核实率与置信下限", "11/14 78.57 52.41", $"{verification.Confirmed}/{verification.Reached} {verification.RatePercent:0.00} {verification.LowerBoundPercent:0.00}");
        var version = await CityVersion(city.Code);
        await script.Refused("取消资格须附证据", RefusalReason.EvidenceMissing, designation.Disqualify(province, Round, city.Code, version, "上报数据不实", "", cancel));
        await script.Done("查实虚报，取消资格", designation.Disqualify(province, Round, city.Code, version, "上报数据不实", Paper("calls"), cancel));
        await script.Refused("取消资格后不再评分", RefusalReason.StandingForbids, scoring.SaveSheet(province, Round, city.Code, Sheet(city, "省评"), cancel));
    }

    async Task Recommend(ApplyingProvince province, CancellationToken cancel)
    {
        var (actor, code) = (OfProvince(province), province.Divisions.Code);
        var ranking = await recommendations.Ranking(Round, code);
        if (province == nation.Provinces[0])
        {
            await script.Refused("推荐数超过名额", RefusalReason.PlacesExceeded, recommendations.Recommend(actor, Round, code, [.. ranking.Select(x => x.City)], "", cancel));
            await script.Refused("越过得分更高的城市须说明理由", RefusalReason.RankSkipped, recommendations.Recommend(actor, Round, code, [ranking[^1].City], "", cancel));
        }
        if (province == Vetoed)
        {
            script.Holds("一票否决城市排在最后", Vetoed.Cities[0].Code, ranking[^1].City);
            await script.Refused("一票否决城市不得推荐", RefusalReason.Vetoed, recommendations.Recommend(actor, Round, code, [Vetoed.Cities[0].Code], "试", cancel));
        }
        var best = ranking.Where(x => x.WithinPlaces && !x.TiedAtLine).Select(x => x.City).Take(province.Places).ToList();
        if (best.Count == 0) return;
        await script.Done($"{province.Divisions.Name}推荐{best.Count}个", recommendations.Recommend(actor, Round, code, best, "", cancel));
        recommended.AddRange(best);
    }

    async Task Publicise(CancellationToken cancel)
    {
        var province = nation.Provinces[0];
        var (actor, code, city) = (OfProvince(province), province.Divisions.Code, recommended[0]);
        await script.Refused("公示期不足", RefusalReason.TooEarly, publicity.Publicise(actor, Round, code, clock.Day, clock.Day.AddDays(5), cancel));
        foreach (var each in nation.Provinces.Where(x => recommended.Exists(c => RoundTerms.ProvinceOf(c) == x.Divisions.Code)))
            await script.Done($"{each.Divisions.Name}公示推荐名单", publicity.Publicise(OfProvince(each), Round, each.Divisions.Code, clock.Day, clock.Day.AddDays(6), cancel));
        var objection = await script.Done("公众对推荐名单提出异议", publicity.Object(citizen, "SY-001", Round, code, city, "网点数量存疑", Paper("objection 1"), cancel));
        await script.Refused("对未公示城市提出异议", RefusalReason.PublicityMissing, publicity.Object(citizen, "SY-002", Round, code, Falsifier.Code, "-", Paper("x"), cancel));
        await script.Refused("公示期内不能进入下一阶段", RefusalReason.PublicityRunning, recommendations.StartEvaluation(officer, Round, await RoundVersion(), cancel));
        clock.Day = clock.Day.AddDays(7);
        await script.Refused("公示期后不再受理异议", RefusalReason.DeadlinePassed, publicity.Object(citizen, "SY-003", Round, code, city, "迟到", Paper("late"), cancel));
        await script.Refused("异议未办结不能进入下一阶段", RefusalReason.ObjectionOpen, recommendations.StartEvaluation(officer, Round, await RoundVersion(), cancel));
        await script.Done("经核查异议不成立", publicity.Handle(actor, objection.Id, ObjectionResult.NotUpheld, "实地核查网点与台账一致", objection.Version, cancel));
    }

    List<SheetEntry> Sheet(Area city, string column) => SyntheticWork.Sheet(rules, city, column);
}

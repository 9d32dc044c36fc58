using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

public sealed partial class ProgrammeRehearsal
{
    async Task EvaluateByMinistry(CancellationToken cancel)
    {
        var city = nation.Cities.Single(x => x.Code == recommended[0]);
        await script.Refused("部级评估开始后省评已冻结", RefusalReason.Frozen, scoring.SaveSheet(OfProvince(nation.Provinces[0]), Round, city.Code, Sheet(city, "省评"), cancel));
        await script.Refused("部评未完成不能拟定名单", RefusalReason.ScoresIncomplete, recommendations.ProposeList(officer, Round, await RoundVersion(), recommended, cancel));
        var expert = new Actor("expert-1", Role.MinistryExpert);
        await script.Refused("未分配的专家不能评分", RefusalReason.NotAssigned, scoring.SaveSheet(expert, Round, city.Code, Sheet(city, "部评"), cancel));
        await script.Refused("专家不能办理部里事项", RefusalReason.RoleForbids, recommendations.ProposeList(expert, Round, await RoundVersion(), recommended, cancel));
        await script.Done("部里分配专家", experts.Assign(officer, Round, city.Code, expert.Id, expert.HomeCity, cancel));
        await script.Done("分配后专家存草稿", scoring.SaveSheet(expert, Round, city.Code, Sheet(city, "部评"), cancel));
        foreach (var each in nation.Cities.Where(x => recommended.Contains(x.Code)))
        {
            await script.Done($"{each.Name}部评", scoring.SaveSheet(officer, Round, each.Code, Sheet(each, "部评"), cancel));
            await script.Done($"{each.Name}提交部评", scoring.SubmitSheet(officer, Round, each.Code, cancel));
        }
        await script.Refused("拟认定数超过全国名额", RefusalReason.PlacesExceeded, recommendations.ProposeList(officer, Round, await RoundVersion(), [.. nation.Cities.Take(101).Select(x => x.Code)], cancel));
        await script.Refused("未经推荐不能列入", RefusalReason.StandingForbids, recommendations.ProposeList(officer, Round, await RoundVersion(), [Falsifier.Code], cancel));
        // The lowest of the recommended stays off the list.
        var scores = (await scoring.Scores(Round, ScoreColumn.Ministry)).Where(x => recommended.Contains(x.City)).OrderByDescending(x => x.Total).ThenBy(x => x.City).ToList();
        proposed.AddRange(scores.SkipLast(1).Select(x => x.City));
        await script.Done($"拟定名单{proposed.Count}个", recommendations.ProposeList(officer, Round, await RoundVersion(), proposed, cancel));
        script.Holds("未列入拟认定名单", 1, await Count(Standing.NotProposed));
    }

    async Task Designate(CancellationToken cancel)
    {
        await script.Refused("未公示不能认定", RefusalReason.PublicityMissing, designation.Propose(officer, Round, cancel));
        await script.Done("全国公示", publicity.Publicise(officer, Round, 0, clock.Day, clock.Day.AddDays(6), cancel));
        var struck = proposed[1];
        var objection = await script.Done("公示期收到异议", publicity.Object(citizen, "BJ-001", Round, 0, struck, "培训补贴台账不实", Paper("objection 2"), cancel));
        var own = new Actor("officer-on-loan", Role.Ministry, HomeCity: struck);
        await script.Refused("不得处理针对本市的异议", RefusalReason.OwnCity, publicity.Handle(own, objection.Id, ObjectionResult.NotUpheld, "-", objection.Version, cancel));
        await script.Refused("公示期内不能认定", RefusalReason.PublicityRunning, designation.Propose(officer, Round, cancel));
        clock.Day = clock.Day.AddDays(7);
        await script.Refused("异议未办结不能认定", RefusalReason.ObjectionOpen, designation.Propose(officer, Round, cancel));
        await script.Done("异议成立，移出名单", publicity.Handle(officer, objection.Id, ObjectionResult.Upheld, "经查台账不实", objection.Version, cancel));
        await script.Done("部里甲提出认定", designation.Propose(officer, Round, cancel));
        await script.Refused("认定须第二人确认", RefusalReason.SecondPersonNeeded, designation.Designate(officer, Round, await RoundVersion(), cancel));
        await script.Done("部里乙确认认定", designation.Designate(secondOfficer, Round, await RoundVersion(), cancel));
        script.Holds("认定城市数", proposed.Count - 1, await Count(Standing.Designated));
        script.Holds("异议成立者未认定", Standing.StruckByObjection, (await Row(struck)).Standing);
    }

    /// <summary>One designated city falls back for two quarters in a row; after the review its title is withdrawn and the record stays.</summary>
    async Task Supervise(CancellationToken cancel)
    {
        var city = proposed[^1];
        var frozen = (await store.Read(async state => await state.Frozen(await state.Rounds.SingleAsync(x => x.Id == Round))))!;
        var item = rules.Items.Single(x => x.Indicator == "E12");
        var baseline = frozen.Find(city, item.Id)!.Value!.Value;
        (FigureId, decimal?) Quarter(string period, decimal share) => (new FigureId("E12", "", city, Period.Parse(period)), baseline * share);
        bool Alert(IFigures later, string until) => DeclineAlerts.Of(frozen, rules, later, city, Month.Parse(until), 5, 2).Any(x => x.Item == item.Id);
        var one = figures.Corrected("R3-synthetic", Quarter("2028-Q1", 0.90m));
        var two = one.Corrected("R4-synthetic", Quarter("2028-Q2", 0.94m));
        script.Holds("下滑一期不预警", false, Alert(one, "2028-03"));
        script.Holds("连续两期下滑预警", true, Alert(two, "2028-06"));

        clock.Day = new DateOnly(2028, 8, 1);
        await script.Done("登记核实的问题", designation.RecordViolation(officer, "WG-001", Round, city, "供需匹配连续两季下滑且整改不力", Paper("violation"), cancel));
        await script.Refused("撤销须说明理由", RefusalReason.ReasonMissing, designation.ProposeRevocation(officer, Round, city, "", cancel));
        await script.Refused("未认定城市谈不上撤销", RefusalReason.StandingForbids, designation.ProposeRevocation(officer, Round, Falsifier.Code, "-", cancel));
        await script.Done("部里甲提出撤销", designation.ProposeRevocation(officer, Round, city, "已达不到创建标准", cancel));
        await script.Refused("撤销须第二人确认", RefusalReason.SecondPersonNeeded, designation.Revoke(officer, Round, city, await CityVersion(city), "已达不到创建标准", cancel));
        await script.Refused("撤销理由须与提出一致", RefusalReason.ProposalDiffers, designation.Revoke(secondOfficer, Round, city, await CityVersion(city), "其他理由", cancel));
        await script.Done("部里乙确认撤销", designation.Revoke(secondOfficer, Round, city, await CityVersion(city), "已达不到创建标准", cancel));
        var row = await Row(city);
        script.Holds("撤销后认定记录仍在", true, row is { DesignatedOn: not null, Certificate: not null, RevokedOn: not null });
    }

    /// <summary>The second batch counts what the first has designated against the nation's places; a city whose title was withdrawn may try again.</summary>
    async Task OpenSecondBatch(CancellationToken cancel)
    {
        const string second = "2028-R2";
        var settings = Settings with { Deadline = new DateOnly(2028, 9, 30), Follows = Round };
        await script.Refused("前一批次不存在", RefusalReason.NotFound, applications.OpenRound(operatorOnDuty, second, "2028年第二批", settings with { Follows = "2027-R9" }, rules, cancel));
        await script.Done("运维开设第二批", applications.OpenRound(operatorOnDuty, second, "2028年第二批（合成数据）", settings, rules, cancel));
        Task<Outcome<CityRow>> Save(int code)
        {
            var city = nation.Cities.Single(x => x.Code == code);
            return applications.Save(OfCity(city), second, code, SyntheticNation.Form(city, clock.Day), null, cancel);
        }
        await script.Refused("已认定城市不再申报", RefusalReason.AlreadyDesignated, Save(proposed[0]));
        await script.Done("被撤销城市可以重新申报", Save(proposed[^1]));
    }

    async Task LookBack(CancellationToken cancel)
    {
        var audit = await store.VerifyAudit();
        script.Holds("审计链完整", true, audit.Intact);
        var cut = await store.VerifyAudit(new(audit.Entries + 1, "-"));
        script.Holds("审计链被截断可察觉", audit.Entries + 1, cut.FirstBad ?? 0);
        script.Holds("办结的操作与审计条目一一对应", script.Steps.Count(step => step.Routine), audit.Entries);
        cancel.ThrowIfCancellationRequested();
        var zip = (await RoundArchive.Write(store, Round))!;
        var verdict = ArchiveVerification.Of(zip);
        script.Holds("轮次存档重算一致", "0 项问题", $"{verdict.Issues.Count} 项问题");
        zip[zip.AsSpan().IndexOf("\"target\":"u8) + 9] ^= 1;
        script.Holds("存档中一个字节被改即指出文件", "figures.json", ArchiveVerification.Of(zip).Issues[0].Split(':')[0]);
        var (designated, revoked, struck, disqualified) =
            (await Count(Standing.Designated), await Count(Standing.Revoked), await Count(Standing.StruckByObjection), await Count(Standing.Disqualified));
        script.Holds("最终名单", $"认定{proposed.Count - 2}个，撤销1个，异议移出1个，取消资格1个", $"认定{designated}个，撤销{revoked}个，异议移出{struck}个，取消资格{disqualified}个");
    }
}

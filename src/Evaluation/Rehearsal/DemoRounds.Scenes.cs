using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

public sealed partial class DemoRounds
{
    /// <summary>Judged, made public, one struck by an objection, the others designated, one proposed for revocation.</summary>
    async Task PlayFirst(Month judged)
    {
        var freeze = new DateOnly(judged.Year + 1, 1, 15);
        var cities = await Apply(First, "第一批", freeze.AddMonths(-13), null, province => province.Take(Math.Max(1, province.Count - 1)));
        foreach (var city in cities) await Enter(First, city);
        clock.Day = freeze.AddMonths(-13).AddDays(1);
        await Create(First, cities, freeze, judged);
        foreach (var city in cities)
        {
            await Score(First, OfCity(city), city, "自评");
            await Score(First, OfProvince(RoundTerms.ProvinceOf(city.Code)), city, "省评");
        }
        var recommended = new List<int>();
        foreach (var province in cities.Select(city => RoundTerms.ProvinceOf(city.Code)).Distinct()) recommended.AddRange(await Recommend(First, province, freeze.AddDays(6)));
        if (recommended.Count < 3) throw new InvalidOperationException("The demo needs three cities that can be recommended; the release has fewer.");
        var first = RoundTerms.ProvinceOf(recommended[0]);
        var objection = await Object("DEMO-SY-001", First, first, recommended[0], "网点数量存疑");
        clock.Day = freeze.AddDays(7);
        var desk = new PublicityDesk(store);
        await Done(desk.Handle(OfProvince(first), objection.Id, ObjectionResult.NotUpheld, "实地核查网点与台账一致", objection.Version, cancel));
        await Done(new RecommendationDesk(store).StartEvaluation(Officer, First, await Version(First), cancel));
        foreach (var city in cities.Where(city => recommended.Contains(city.Code)))
        {
            await Done(new ExpertDesk(store).Assign(Officer, First, city.Code, Expert.Id, null, cancel));
            await Score(First, Expert, city, "部评");
        }
        await Done(new RecommendationDesk(store).ProposeList(Officer, First, await Version(First), recommended, cancel));
        await Done(desk.Publicise(Officer, First, 0, clock.Day, clock.Day.AddDays(6), cancel));
        var upheld = await Object("DEMO-BJ-001", First, 0, recommended[^1], "培训补贴台账不实");
        clock.Day = clock.Day.AddDays(7);
        await Done(desk.Handle(Officer, upheld.Id, ObjectionResult.Upheld, "经查台账不实", upheld.Version, cancel));
        var designation = new DesignationDesk(store);
        await Done(designation.Propose(Officer, First, cancel));
        await Done(designation.Designate(SecondOfficer, First, await Version(First), cancel));
        clock.Day = clock.Day.AddMonths(6);
        await Done(designation.RecordViolation(Officer, "DEMO-WG-001", First, recommended[0], "服务窗口被投诉且整改不力", CanonicalJson.Sha256("violation"), cancel));
        await Done(designation.ProposeRevocation(Officer, First, recommended[0], "已达不到创建标准", cancel));
    }

    /// <summary>Frozen on the latest figures: one province has made its list public, the others are scoring, telephone checks have begun.</summary>
    async Task PlaySecond(Month judged, DateOnly today)
    {
        var freeze = today.AddDays(-20);
        var designated = (await store.Read(state => state.CitiesOf(First, Standing.Designated))).Select(city => city.CityCode).ToHashSet();
        var cities = await Apply(Second, "第二批", today.AddMonths(-14), First, province => province.Where(city => !designated.Contains(city.Code)));
        foreach (var city in cities) await Enter(Second, city);
        clock.Day = today.AddMonths(-14).AddDays(1);
        await Create(Second, cities, freeze, judged);
        var shown = RoundTerms.ProvinceOf(cities[0].Code);
        foreach (var city in cities)
        {
            var province = RoundTerms.ProvinceOf(city.Code);
            await Score(Second, OfCity(city), city, "自评");
            await Score(Second, OfProvince(province), city, "省评", submit: province == shown);
        }
        await Call(cities[0]);
        clock.Day = today;
        if (await Recommend(Second, shown, today.AddDays(13)) is [var listed, ..]) await Object("DEMO-SY-002", Second, shown, listed, "零工市场开放时间与申报不符");
    }

    /// <summary>Twelve telephone calls about new employment: nine confirmed, one denied, one not reached, one still to make.</summary>
    async Task Call(Area city)
    {
        var frozen = (await new RoundRegister(store).Frozen((await new RoundRegister(store).Round(Second))!))!;
        if (frozen.Figures.FirstOrDefault(x => x.City == city.Code && x.Item.EndsWith("-E01", StringComparison.Ordinal)) is not { Figure: { } figure, Item: var item } || roster(FigureId.Parse(figure)) is not { Count: > 12 } rows) return;
        var (desk, province) = (new CheckDesk(store), OfProvince(RoundTerms.ProvinceOf(city.Code)));
        var sample = await Done(desk.Draw(province, Second, city.Code, item, rows, 12, "20260115", cancel));
        foreach (var line in (await desk.CallSheet(sample.Id)).Take(11))
            await Done(desk.Record(province, sample.Id, line.Line, line.Line switch { 10 => CheckResult.Denied, 11 => CheckResult.Unreachable, _ => CheckResult.Confirmed }, line.Line == 10 ? "本人称未曾在该单位就业" : "", line.Version, cancel));
    }

    /// <summary>Open for applications: one draft, one confirmed by its city, one by its province, one given back.</summary>
    async Task PlayThird(DateOnly today)
    {
        var taken = (await store.Read(state => state.CitiesOf(First, Standing.Designated))).Select(city => city.CityCode).ToHashSet();
        var cities = (await Apply(Third, "第三批", today.AddDays(60), Second, province => province.Where(city => !taken.Contains(city.Code)), opened: today)).Take(4).ToList();
        clock.Day = today;
        var desk = new ApplicationDesk(store);
        foreach (var (city, i) in cities.Select((city, i) => (city, i)))
        {
            var row = await Done(desk.Save(OfCity(city), Third, city.Code, Form(city), null, cancel));
            if (i > 0) row = await Done(desk.ConfirmByCity(OfCity(city), Third, city.Code, row.Version, cancel));
            if (i == 2) await Done(desk.ConfirmByProvince(OfProvince(RoundTerms.ProvinceOf(city.Code)), Third, city.Code, row.Version, SyntheticWork.ProvinceContact, cancel));
            if (i == 3) await Done(desk.ReturnToCity(OfProvince(RoundTerms.ProvinceOf(city.Code)), Third, city.Code, row.Version, "请补充指标口径", cancel));
        }
    }
}

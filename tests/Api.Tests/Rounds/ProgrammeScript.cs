using System.Net;
using System.Text.Json;

namespace DemoCityAnalytics.Api.Tests.Rounds;

/// <summary>The parts of a round as its people go through them over HTTP; each leaves the round ready for the next.</summary>
static class ProgrammeScript
{
    public const string Rules = """
        id: small
        version: 1
        name: { zh: 试验规则（非官方）, en: Rules for a trial (not official) }
        source: { zh: 自拟, en: our own }
        near_percent: 95
        grades:
          - { id: good, name: { zh: 优秀, en: Excellent }, from: 90, quota_percent: 50 }
          - { id: pass, name: { zh: 合格, en: Pass }, from: 0 }
        standards:
          - number: 5
            name: { zh: 服务成效明显, en: Visible results }
            items:
              - { indicator: E05, clause: S5.3, frequency: Month, comparison: AtMost, target: 3.4, points: 60, score: { against_control: { below: 60, equal: 50, above: 40 } } }
            evidence:
              - { id: S5.2-M, clause: S5.2, points: 30, papers: [典型经验材料], name: { zh: 典型经验, en: Experience } }
              - { id: S5.4-M, clause: S5.4, points: 10, papers: [执法记录], name: { zh: 违法案件（按件扣分）, en: Cases }, score: { deduction_per_case: { per_case: 2 } } }
        """;

    static readonly object Clerk = new { name = "示例联系人", position = "科长", telephone = "0311-0000001" };
    static readonly object Month = new { month = "2024-09" };
    static readonly string[] Cities = ["city-sjz", "city-ts", "city-cd"];
    static readonly Dictionary<string, (string Code, string Province)> Who = new() { ["city-sjz"] = ("130100", "hebei"), ["city-ts"] = ("130200", "hebei"), ["city-cd"] = ("510100", "sichuan") };

    public static async Task Open(RoundSite site)
    {
        object opening = new { id = RoundSite.Round, name = "2024年第一批（合成数据）", settings = new { deadline = "2024-03-31", creationMonths = 6, publicityDays = 7, nationalPlaces = 2, places = new Dictionary<string, int> { ["130000"] = 1, ["510000"] = 1 } }, ruleSet = Rules };
        await site.As("ministry-1").Refused(HttpMethod.Post, "/api/v1/rounds", opening, null, HttpStatusCode.Forbidden, "act-not-yours", "role_forbids");
        var (round, _) = await site.As("operator-1").Post("/api/v1/rounds", opening, expected: HttpStatusCode.Created);
        Assert.Equal("application", round.GetProperty("stage").GetString());
        await site.As("operator-1").Refused(HttpMethod.Post, "/api/v1/rounds", opening, null, HttpStatusCode.Conflict, "not-now", "already_exists");
    }

    public static async Task Apply(RoundSite site)
    {
        await Open(site);
        var (city, province) = (site.As("city-sjz"), site.As("hebei"));
        const string mine = "/applications/130100";
        var (draft, first) = await city.Put(mine, Form(target: null));
        Assert.Equal("石家庄市", draft.GetProperty("form").GetProperty("city").GetString());
        Assert.Equal("target_not_quantified", draft.GetProperty("issues")[0].GetProperty("code").GetString());
        await city.Refused(HttpMethod.Post, mine + "/confirmation", new { }, first, HttpStatusCode.UnprocessableEntity, "not-complete", "target_not_quantified");
        await city.Refused(HttpMethod.Put, mine, Form(3.4m), null, (HttpStatusCode)428, "version-needed");
        var (_, second) = await city.Put(mine, Form(3.4m), first);
        await city.Refused(HttpMethod.Put, mine, Form(3.3m), first, HttpStatusCode.PreconditionFailed, "changed-meanwhile", "version_conflict");
        await site.As("city-ts").Refused(HttpMethod.Put, mine, Form(3.4m), second, HttpStatusCode.Forbidden, "area-not-yours");
        await province.Refused(HttpMethod.Put, mine, Form(3.4m), second, HttpStatusCode.Forbidden, "act-not-yours");
        var (_, confirmed) = await city.Post(mine + "/confirmation", new { }, second);
        await city.Refused(HttpMethod.Put, mine, Form(3.4m), confirmed, HttpStatusCode.Conflict, "not-now", "standing_forbids");
        var (_, returned) = await province.Post(mine + "/return", new { reason = "请补充口径" }, confirmed);
        var (_, again) = await city.Post(mine + "/confirmation", new { }, returned);
        await province.Refused(HttpMethod.Post, mine + "/confirmation", new { }, again, HttpStatusCode.UnprocessableEntity, "not-complete", "contact_missing");
        await province.Post(mine + "/confirmation", new { contact = Clerk }, again);
        foreach (var other in Cities.Skip(1))
        {
            var (code, above) = Who[other];
            var (_, saved) = await site.As(other).Put($"/applications/{code}", Form(3.4m));
            var (_, sealedByCity) = await site.As(other).Post($"/applications/{code}/confirmation", new { }, saved);
            await site.As(above).Post($"/applications/{code}/confirmation", new { contact = Clerk }, sealedByCity);
        }
        await site.As("ministry-1").Refused(HttpMethod.Post, "/closing", null, await site.As("ministry-1").Tag(""), HttpStatusCode.Conflict, "not-now", "too_early");
        site.Clock.Day = new DateOnly(2024, 4, 1);
        await city.Refused(HttpMethod.Put, mine, Form(3.4m), again, HttpStatusCode.Conflict, "not-now", "deadline_passed");
        await city.Refused(HttpMethod.Post, "/closing", null, "\"1\"", HttpStatusCode.Forbidden, "forbidden");
        var (round, _) = await site.As("ministry-1").Post("/closing", null, await site.As("ministry-1").Tag(""));
        Assert.Equal("creation", round.GetProperty("stage").GetString());
        Assert.All(round.GetProperty("cities").EnumerateArray(), x => Assert.Equal("creating", x.GetProperty("standing").GetString()));
    }

    public static async Task Create(RoundSite site)
    {
        foreach (var name in Cities)
            foreach (var (item, kind) in new[] { ("S5.2-M", "典型经验材料"), ("S5.4-M", "执法记录") })
                await site.As(name).Post($"/cities/{Who[name].Code}/papers", Caller.Paper(item, kind, $"{name} {kind}"), expected: HttpStatusCode.Created);
        await site.As("city-sjz").Refused(HttpMethod.Put, "/cities/130100/reports", new { figures = new Dictionary<string, string> { ["S5.3-E05"] = "三" } }, null, HttpStatusCode.UnprocessableEntity, "not-complete");
        var (progress, _) = await site.As("city-sjz").Put("/cities/130100/reports", new { figures = new Dictionary<string, string> { ["S5.3-E05"] = "9.9" } });
        Assert.Equal("different", progress.GetProperty("reported")[0].GetProperty("verdict").GetString());
        Assert.Equal(0m, progress.GetProperty("reportedAgreePercent").GetDecimal());
        Assert.Equal("S5.2-M", progress.GetProperty("gaps")[0].GetProperty("item").GetString());
        Assert.Contains("已达到目标", progress.GetProperty("targets")[0].GetProperty("sentence").GetString()!, StringComparison.Ordinal);
    }

    public static async Task Freeze(RoundSite site)
    {
        var (first, second) = (site.As("ministry-1"), site.As("ministry-2"));
        await first.Refused(HttpMethod.Post, "/freeze/proposal", Month, null, HttpStatusCode.Conflict, "not-now", "too_early");
        site.Clock.Day = new DateOnly(2024, 10, 15);
        await first.Refused(HttpMethod.Post, "/freeze/proposal", new { month = "2024-Q3" }, null, HttpStatusCode.BadRequest, "invalid-body");
        await first.Refused(HttpMethod.Post, "/freeze/proposal", new { month = "2024-09", release = "R9-nothing" }, null, HttpStatusCode.NotFound, "unknown-round");
        await first.Post("/freeze/proposal", Month);
        await first.Refused(HttpMethod.Post, "/freeze", Month, await first.Tag(""), HttpStatusCode.Conflict, "not-now", "second_person_needed");
        await second.Refused(HttpMethod.Post, "/freeze", new { month = "2024-08" }, await second.Tag(""), HttpStatusCode.Conflict, "not-now", "proposal_differs");
        await second.Refused(HttpMethod.Post, "/freeze", Month, null, (HttpStatusCode)428, "version-needed");
        var (round, _) = await second.Post("/freeze", Month, await second.Tag(""));
        Assert.Equal(64, round.GetProperty("freeze").GetProperty("hash").GetString()!.Length);
        await second.Refused(HttpMethod.Post, "/freeze", Month, await second.Tag(""), HttpStatusCode.Conflict, "frozen");
    }

    public static async Task Review(RoundSite site)
    {
        var (city, province) = (site.As("city-sjz"), site.As("hebei"));
        const string scores = "/cities/130100/scores";
        await site.As("sichuan").Refused(HttpMethod.Put, scores + "/S5.2-M", new { entered = 20 }, null, HttpStatusCode.Forbidden, "area-not-yours");
        await city.Put(scores + "/S5.2-M", new { entered = 29, reason = "经验已推广" });
        await city.Put(scores + "/S5.4-M", new { entered = 0, reason = "没有案件" });
        var (saved, tag) = await province.Put(scores + "/S5.2-M", new { entered = 24.5, reason = "" });
        Assert.True(saved.GetProperty("draft").GetBoolean());
        Assert.Equal(24.5m, Entry(await province.Get(scores), "S5.2-M", "province").GetProperty("entered").GetDecimal());
        Assert.Equal(JsonValueKind.Null, Entry(await city.Get(scores), "S5.2-M", "province").GetProperty("entered").ValueKind);
        await province.Refused(HttpMethod.Put, scores + "/S5.2-M", new { entered = 25 }, null, (HttpStatusCode)428, "version-needed");
        await province.Refused(HttpMethod.Put, scores + "/S5.2-M", new { entered = 31 }, tag, HttpStatusCode.UnprocessableEntity, "not-complete", "points_out_of_range");
        await province.Refused(HttpMethod.Post, scores + "/S5.2-M/submission", null, tag, HttpStatusCode.UnprocessableEntity, "not-complete", "reason_missing");
        var (_, reasoned) = await province.Put(scores + "/S5.2-M", new { entered = 24.5, reason = "经验可推广，佐证齐全" }, tag);
        await province.Post(scores + "/S5.2-M/submission", null, reasoned);
        await city.Post("/cities/130100/submission");
        foreach (var (name, entered) in new[] { ("city-ts", 20m), ("city-cd", 26m) })
        {
            var (code, above) = Who[name];
            await site.As(above).Put($"/cities/{code}/scores/S5.2-M", new { entered, reason = "查阅材料" });
            await site.As(above).Put($"/cities/{code}/scores/S5.4-M", new { entered = 1, reason = "1件" });
            await site.As(above).Post($"/cities/{code}/submission");
        }
        await province.Refused(HttpMethod.Post, "/provinces/130000/recommendation", new { cities = new[] { 130100 }, reason = "" }, null, HttpStatusCode.Conflict, "not-now", "scores_incomplete");
        await province.Put(scores + "/S5.4-M", new { entered = 2, reason = "2件已整改" });
        await province.Post("/cities/130100/submission");
        var sheet = await province.Get(scores);
        Assert.Equal((60m, 99m, 90.5m), (sheet.GetProperty("automatic").GetDecimal(), sheet.GetProperty("self").GetDecimal(), sheet.GetProperty("province").GetDecimal()));
        Assert.Equal(6m, Entry(sheet, "S5.4-M", "province").GetProperty("points").GetDecimal());
        Assert.Equal(100m, sheet.GetProperty("evidencePercent").GetDecimal());
    }

    public static async Task Recommend(RoundSite site)
    {
        var province = site.As("hebei");
        var ranking = await province.Get("/provinces/130000/ranking");
        Assert.Equal([130100, 130200], ranking.GetProperty("cities").EnumerateArray().Select(x => x.GetProperty("city").GetInt32()));
        Assert.Equal([true, false], ranking.GetProperty("cities").EnumerateArray().Select(x => x.GetProperty("withinPlaces").GetBoolean()));
        await province.Refused(HttpMethod.Post, "/provinces/130000/recommendation", new { cities = new[] { 130100, 130200 }, reason = "" }, null, HttpStatusCode.Conflict, "not-now", "places_exceeded");
        await province.Refused(HttpMethod.Post, "/provinces/130000/recommendation", new { cities = new[] { 130200 }, reason = "" }, null, HttpStatusCode.Conflict, "not-now", "rank_skipped");
        await province.Refused(HttpMethod.Post, "/provinces/510000/recommendation", new { cities = new[] { 510100 }, reason = "" }, null, HttpStatusCode.Forbidden, "area-not-yours");
        await province.Post("/provinces/130000/recommendation", new { cities = new[] { 130100 }, reason = "" });
        await site.As("sichuan").Post("/provinces/510000/recommendation", new { cities = new[] { 510100 }, reason = "" });
        foreach (var (name, code) in new[] { ("hebei", "130000"), ("sichuan", "510000") })
            await site.As(name).Post($"/provinces/{code}/publicity", new { firstDay = "2024-10-15", lastDay = "2024-10-21" });
        await site.As().Refused(HttpMethod.Post, "/objections", new { province = 130000, city = 130200, subject = "x", text = "x" }, null, HttpStatusCode.Conflict, "not-now", "publicity_missing");
        var (receipt, _) = await site.As().Post("/objections", new { province = 130000, city = 130100, subject = "网点数量存疑", text = "两处网点已停止服务。", contact = "13800000000" });
        var id = receipt.GetProperty("id").GetString();
        Assert.Equal("2024-R1-13-001", id);
        await site.As().Refused(HttpMethod.Get, "/objections", null, null, HttpStatusCode.Forbidden, "act-not-yours");
        await site.As("sichuan").Refused(HttpMethod.Get, $"/objections/{id}/text", null, null, HttpStatusCode.Forbidden, "area-not-yours");
        Assert.Equal(0, (await site.As("sichuan").Get("/objections")).GetProperty("objections").GetArrayLength());
        Assert.Contains("两处网点已停止服务", System.Text.Encoding.UTF8.GetString(await province.Bytes($"/objections/{id}/text")), StringComparison.Ordinal);
        site.Clock.Day = new DateOnly(2024, 10, 22);
        await site.As("ministry-1").Refused(HttpMethod.Post, "/evaluation", null, await site.As("ministry-1").Tag(""), HttpStatusCode.Conflict, "not-now", "objection_open");
        await site.As("hebei").Put($"/objections/{id}", new { result = "not_upheld", handling = "实地核查网点与台账一致" }, "\"1\"");
        await site.As("ministry-1").Post("/evaluation", null, await site.As("ministry-1").Tag(""));
    }

    public static async Task Evaluate(RoundSite site)
    {
        var (ministry, expert) = (site.As("ministry-1"), site.As("expert-1"));
        await expert.Refused(HttpMethod.Put, "/cities/130100/scores/S5.2-M", new { entered = 27, reason = "好" }, null, HttpStatusCode.Forbidden, "act-not-yours", "not_assigned");
        await ministry.Refused(HttpMethod.Post, "/cities/130100/experts", new { expert = "nobody" }, null, HttpStatusCode.UnprocessableEntity, "not-complete");
        await ministry.Refused(HttpMethod.Post, "/cities/130100/experts", new { expert = "expert-sjz" }, null, HttpStatusCode.Forbidden, "act-not-yours", "own_city");
        await ministry.Post("/cities/130100/experts", new { expert = "expert-1" });
        await expert.Put("/cities/130100/scores/S5.2-M", new { entered = 27, reason = "查阅材料并实地核对" });
        await expert.Put("/cities/130100/scores/S5.4-M", new { entered = 1, reason = "1件" });
        await expert.Post("/cities/130100/submission");
        await site.As("hebei").Refused(HttpMethod.Put, "/cities/130100/scores/S5.2-M", new { entered = 30 }, "\"3\"", HttpStatusCode.Conflict, "frozen");
        await ministry.Refused(HttpMethod.Post, "/list", new { cities = new[] { 130100, 510100 } }, await ministry.Tag(""), HttpStatusCode.Conflict, "not-now", "scores_incomplete");
        await ministry.Put("/cities/510100/scores/S5.2-M", new { entered = 25, reason = "查阅材料" });
        await ministry.Put("/cities/510100/scores/S5.4-M", new { entered = 0, reason = "无" });
        await ministry.Post("/cities/510100/submission");
        await ministry.Refused(HttpMethod.Post, "/list", new { cities = new[] { 130200 } }, await ministry.Tag(""), HttpStatusCode.Conflict, "not-now", "standing_forbids");
        await ministry.Post("/list", new { cities = new[] { 130100, 510100 } }, await ministry.Tag(""));
    }

    public static async Task Designate(RoundSite site)
    {
        var (first, second) = (site.As("ministry-1"), site.As("ministry-2"));
        await first.Refused(HttpMethod.Post, "/designation/proposal", null, null, HttpStatusCode.Conflict, "not-now", "publicity_missing");
        await first.Post("/publicity/national", new { firstDay = "2024-10-22", lastDay = "2024-10-28" });
        var (receipt, _) = await site.As().Post("/objections", new { province = 0, city = 510100, subject = "台账不实", text = "培训台账与实际不符。" });
        site.Clock.Day = new DateOnly(2024, 10, 29);
        await first.Put($"/objections/{receipt.GetProperty("id").GetString()}", new { result = "upheld", handling = "经查属实" }, "\"1\"");
        await first.Post("/designation/proposal");
        await first.Refused(HttpMethod.Post, "/designation", null, await first.Tag(""), HttpStatusCode.Conflict, "not-now", "second_person_needed");
        var (round, _) = await second.Post("/designation", null, await second.Tag(""));
        Assert.Equal(["designated", "not_recommended", "struck_by_objection"], round.GetProperty("cities").EnumerateArray().Select(x => x.GetProperty("standing").GetString()));
        Assert.Equal("2024-R1-001", round.GetProperty("cities")[0].GetProperty("certificate").GetString());
    }

    public static async Task Supervise(RoundSite site)
    {
        var (first, second) = (site.As("ministry-1"), site.As("ministry-2"));
        site.Clock.Day = new DateOnly(2025, 6, 1);
        var reason = new { reason = "已达不到创建标准" };
        await site.As("hebei").Post("/cities/130100/violations", new { id = "WG-001", description = "整改不力", sha256 = new string('a', 64) });
        await first.Post("/cities/130100/revocation/proposal", reason);
        var version = $"\"{(await first.Get("")).GetProperty("cities")[0].GetProperty("version").GetInt32()}\"";
        await first.Refused(HttpMethod.Post, "/cities/130100/revocation", reason, version, HttpStatusCode.Conflict, "not-now", "second_person_needed");
        await second.Refused(HttpMethod.Post, "/cities/130100/revocation", new { reason = "别的" }, version, HttpStatusCode.Conflict, "not-now", "proposal_differs");
        var (city, _) = await second.Post("/cities/130100/revocation", reason, version);
        Assert.Equal(("revoked", "2025-06-01", "2024-10-29"), (city.GetProperty("standing").GetString(), city.GetProperty("revokedOn").GetString(), city.GetProperty("designatedOn").GetString()));
        var supervision = await site.As("city-cd").Get("/supervision");
        Assert.Equal(1, supervision.GetProperty("cities").GetArrayLength());
        Assert.Equal(0, supervision.GetProperty("violations").GetArrayLength());
        Assert.Equal("WG-001", (await first.Get("/supervision")).GetProperty("violations")[0].GetProperty("id").GetString());
    }

    static JsonElement Entry(JsonElement sheet, string item, string column) =>
        sheet.GetProperty("items").EnumerateArray().Single(x => x.GetProperty("item").GetString() == item).GetProperty(column);

    static object Form(decimal? target) => new
    {
        situation = "本市公共就业创业服务体系覆盖城乡，创建期内城镇登记失业率控制在3.40%以内。",
        targets = new[] { new { text = "城镇登记失业率控制在3.40%以内", indicator = "E05", baseline = 3.6m, target, unit = "%", dueOn = "2024-12-31", better = "lower" } },
        leader = new { name = "示例局领导", position = "副局长", telephone = "0311-0000000" },
        cityContact = Clerk,
    };
}

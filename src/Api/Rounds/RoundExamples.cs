using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Examples for the API description. Everything in them is invented.</summary>
static class RoundExamples
{
    public const string Id = "2024-R1";
    const string Release = Endpoints.Examples.Release;
    const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static readonly DateOnly Day = new(2024, 3, 1);

    static readonly RoundSettings Settings = new() { Deadline = new DateOnly(2024, 3, 31), Places = new Dictionary<string, int> { ["130000"] = 2 } };
    static readonly RoundRules Rules = new("illustrative", 2, Both("示例规则（非官方）", "Illustrative rules (not official)"), Both("评估标准未公开", "The evaluation standard is not public"), 100);
    static readonly RoundFreeze Frozen = new(Sha256, Release, "2024-12", Sha256, true, 53);
    static readonly FrozenFigure Figure = new() { City = 130100, Item = "S5.3-E05", Figure = "E05::130100:2024-12", Value = 3.10m, Unit = "%", Decimals = 2, Target = 4.5m, Before = 3.41m, SameType = 3.38m };

    public static readonly RoundCity City = new(130100, "石家庄市", 130000, Standing.Creating, 4, null, null, null, null);
    public static readonly RoundDetail Round = new(Id, "2024年第一批（合成数据）", Stage.ProvincialReview, 3, Settings, Rules, new DateOnly(2024, 4, 1), Frozen, [City], []);
    public static readonly RoundList Rounds = new([new RoundSummary(Id, Round.Name, Round.Stage, Settings.Deadline, Sha256, $"/api/v1/rounds/{Id}")]);
    public static readonly OpenRound Opening = new(Id, Round.Name, Settings);
    public static readonly HistoryList History = new([new HistoryEntry(12, "2024-04-01T01:00:00.0000000Z", "ministry-1", "Ministry", "CloseApplications", Id, Sha256)]);

    static readonly ApplicationTarget Target = new() { Text = "城镇登记失业率控制在3.80%以内", Indicator = "E05", Baseline = 4.0m, Target = 3.8m, Unit = "%", DueOn = new DateOnly(2025, 3, 1), Better = Direction.Lower };
    static readonly ContactLine Clerk = new("示例联系人", "科长", "0000-0000001");
    public static readonly ApplicationInput Input = new("本市公共就业创业服务体系覆盖城乡。", [Target], new ContactLine("示例局领导", "副局长", "0000-0000000"), Clerk);

    public static readonly ApplicationView Application = new(City with { Standing = Standing.Draft, Version = 1 }, new ApplicationForm
    {
        City = "石家庄市",
        Province = "河北省",
        FilledOn = Day,
        Situation = Input.Situation,
        Targets = Input.Targets,
        Leader = Input.Leader,
        CityContact = Clerk,
    }, 16, ApplicationCheck.MostCharacters, [], Both("河北省申报3个，名额按地级行政区划11个的一半（取整）为5个，未超名额", "河北省 enters 3; half of 11 prefecture-level divisions, rounded down, is 5, within the quota"));

    public static readonly ApplicationList Applications = new([City]);
    public static readonly Confirmation Contact = new(Clerk);
    public static readonly Reasoned Reason = new("请补充指标口径");

    public static readonly CreationView Progress = new(City, Release, 50m,
        [new TargetView(Target.Text, "E05", 4.0m, 3.8m, 3.9m, 50.0m, 58.3m, false, true, "城镇登记失业率控制在3.80%以内：完成50.0%，序时进度58.3%，滞后8.3个百分点")],
        61.5m, [new RecoverableItem("S5.3-E01", "S5.3", 0, 3, 3, "实际82,440人，年度目标120,000人的12/12，未达标，得0分")],
        66.67m, [new ReportedFigure("S5.3-E05", "3.1", 3.10m, "%", 2, 0m, ReportVerdict.Equal)]);

    public static readonly ReportInput Report = new(new Dictionary<string, string> { ["S5.3-E05"] = "3.1" });

    public static readonly FreezeInput Freezing = new("2024-12", Release);
    public static readonly FreezeProposal Freeze = new(Sha256, Release, "2024-12");

    public static readonly ScoreInputView Scoring = new(0.8m, "网点布局合理，两处偏远");
    public static readonly SavedScore Saved = new("S1.1-M", 0.8m, "网点布局合理，两处偏远", true, 1);
    public static readonly SavedScore Submitted = Saved with { Draft = false, Version = 2 };
    public static readonly Counted Count = new(26);

    public static readonly ScoreSheetView Sheet = new(City, Rules, Frozen, 58.5m, 91.5m, 88m, null, false, 96.15m,
    [
        new ScoreItemView("S5.3-E05", Both("城镇登记失业率", "Registered urban unemployment rate"), "S5.3", 5, 2.5m, false, Figure, 2.5m, ScoreStatus.Scored, Both("实际3.10%，低于控制目标4.50%，得2.5分", "3.10%, below the control target 4.50%: 2.5 points"),
            new ScoreEntryView(2.5m, null, null, false, null, 0), new ScoreEntryView(2.5m, null, null, false, null, 0), new ScoreEntryView(2.5m, null, null, false, null, 0), 0, ["改分依据"], null),
    ]);

    public static readonly PaperView Paper = new("S1.1-M", "网点布局图", "石家庄市网点布局图", Day, null, "网点布局图.pdf", Sha256, "clerk-1", true, $"/api/v1/rounds/{Id}/cities/130100/papers/{Sha256}");
    public static readonly PaperList Papers = new(96.15m, [Paper]);

    public static readonly ExpertInput Assigning = new("expert-1");
    public static readonly ExpertList Experts = new(["expert-1"]);
    public static readonly SampleInput Drawing = new("S5.3-E01", 15, "20250111");
    public static readonly CheckInput Checking = new(CheckResult.Confirmed);
    public static readonly CheckView Check = new(1, "长安区", "employment_registration/就业登记_130100_2024Q4.csv:17", CheckResult.Confirmed, "", 2);
    public static readonly SampleView Sample = new($"{Id}-130100-S5.3-E01-20250111", 130100, "S5.3-E01", "20250111", 9_211, 15, 14, 11, 78.57m, 52.41m, 93.33m, Both("抽查15条，联系上14条，核实11条（78.57%），以95%的把握可认为真实率不低于52.4%", "15 drawn, 14 reached, 11 confirmed (78.57%): at least 52.4% with 95% confidence."), [Check]);
    public static readonly SampleList Samples = new([Sample]);
    public static readonly Proven Falsified = new("上报数据不实", Sha256);

    public static readonly DemoCityAnalytics.Evaluation.Supervision.Certificate Certificate = new(
        "2024-R1-001", DemoCityAnalytics.Evaluation.Supervision.Certificate.Programme, 130100, "石家庄市", "河北省", "2024-R1", "第一批（合成数据）", new DateOnly(2024, 10, 29), null, null, true,
        "9f2c6b0e1d4a7c83f5b0e2d19a6c4837b1f0d5e2a9c6b3704f8e1d2c5b6a7980", "1b7e4c0d9a2f6385c4e0b1d7f3a29586e0c4d8b1a7f2639504d1e8c7b6a5f012");

    public static readonly RankingView Ranking = new(130000, "河北省", 2, Application.Quota,
    [
        new RankView(130100, "石家庄市", 88m, 1, true, false, false, 1, 2, false, "总分88分，不低于75分，评为合格", 0, Standing.Creating),
        new RankView(130200, "唐山市", 86.5m, 2, true, false, false, 1, 3, true, "总分86.5分，不低于75分，评为合格", 0, Standing.Creating),
    ]);

    public static readonly RecommendationInput Recommending = new([130100, 130200]);
    public static readonly CityCodes Codes = new([130100]);
    public static readonly PublicityInput Days = new(new DateOnly(2025, 2, 10), new DateOnly(2025, 2, 16));
    public static readonly PublicityView PublicList = new(130000, "河北省", Days.FirstDay, Days.LastDay, true, [new ListedCity(130100, "石家庄市", Standing.Recommended)]);
    public static readonly PublicityList Publicity = new(Id, Round.Name, [PublicList]);
    public static readonly ObjectionInput Objecting = new(130000, 130100, "网点数量存疑", "公布的网点中有两处已停止服务。");
    public static readonly ObjectionReceipt Receipt = new($"{Id}-13-001", Days.FirstDay, Sha256);
    public static readonly ObjectionView Objection = new(Receipt.Id, 130000, 130100, Days.FirstDay, "网点数量存疑", Sha256, ObjectionResult.NotUpheld, "实地核查网点与台账一致", 2);
    public static readonly ObjectionList Objections = new([Objection]);
    public static readonly HandlingInput Handling = new(ObjectionResult.NotUpheld, "实地核查网点与台账一致");
    public static readonly Proposed ProposedList = new(Sha256);
    public static readonly ViolationInput Violating = new("WG-001", "供需匹配连续两季下滑且整改不力", Sha256);
    public static readonly ViolationView Violation = new("WG-001", 130100, new DateOnly(2026, 8, 1), Violating.Description, Sha256);
    public static readonly SupervisionView Supervision = new(Id, Release, [City with { Standing = Standing.Designated, DesignatedOn = new DateOnly(2025, 4, 1), Certificate = $"{Id}-001" }],
        [new AlertView(130100, "S5.4-E12", 76m, [new AlertPeriod("2026-Q1", 68.4m), new AlertPeriod("2026-Q2", 71.4m)], "E12认定时76.00%，2026-Q1以来连续2期劣于认定时5%以上，最近一期71.40%")], [Violation]);

    static BilingualText Both(string zh, string en) => new() { Zh = zh, En = en };
}

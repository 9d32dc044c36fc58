using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Example answers for the API description. The figures are invented.</summary>
static class Examples
{
    public const string Release = "R3-1f0c9a72d4b85e60";
    const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static readonly DateTime Published = new(2025, 1, 20, 10, 0, 0, DateTimeKind.Utc);
    static readonly ReleaseView View = new(Release, 3, Published, true, ReleaseView.Mark);
    static readonly BilingualText Name = new() { Zh = "城镇登记失业率", En = "Registered urban unemployment rate" };
    static readonly AreaView Shijiazhuang = new(130100, "石家庄市", "city", "prefecture-level city", 130000, "河北省");

    static readonly IndicatorSummary Rate = new(
        "E05", "E05_registered_unemployment_rate", 1, Name, "%", 2, Direction.Lower, DefinitionStatus.Official, 5, ["S5.3"],
        [Frequency.Month, Frequency.Quarter, Frequency.Year], [], [], "/api/v1/indicators/E05");

    static readonly ObservationView Observation = new(
        "E05::130100:2024-Q4", "E05", 1, "", 130100, "2024-Q4", Frequency.Quarter, new DateOnly(2024, 10, 1), new DateOnly(2024, 12, 31), "", "",
        3.10m, null, null, "%", 2, 31_000, 1_000_000, ObservationStatus.Normal, null, Published, Release, "/api/v1/figures/E05::130100:2024-Q4/evidence");

    public static readonly IndicatorList Indicators = new(View, 1, [Rate]);

    public static readonly IndicatorDetail Indicator = new(View, "E05", Sha256, new IndicatorHeader
    {
        Id = "E05_registered_unemployment_rate",
        Version = 1,
        Name = Name,
        Definition = new() { Zh = "期末实有登记失业人数占期末城镇就业人员与登记失业人数之和的比重", En = "Registered unemployed at the end of the period over the sum of urban employed and registered unemployed" },
        FormulaText = "期末实有登记失业人数 ÷（期末城镇就业人员 + 期末实有登记失业人数）× 100%",
        Clauses = ["S5.3"],
        Basis = "人社统EP表",
        Status = DefinitionStatus.Official,
        Unit = "%",
        Decimals = 2,
        Better = Direction.Lower,
        Formula = Formula.Ratio,
        Scale = 100,
        Frequencies = [Frequency.Month, Frequency.Quarter, Frequency.Year],
        Parts = new Dictionary<string, OverTime> { ["unemployed"] = OverTime.StockAtEnd, ["urban_employed"] = OverTime.LevelAtEnd },
        Numerator = "unemployed",
        Denominator = "urban_employed + unemployed",
    }, "SELECT origin, area_code, month, unemployed, urban_employed\nFROM mart.unemployment");

    public static readonly ObservationList Observations = new(View, null, 1, null, [Observation]);
    public static readonly CityList Cities = new(View, 1, [Shijiazhuang]);
    public static readonly PeerGroupList PeerGroups = new(View, new() { Zh = "人社部函〔2022〕133号第二条所列创建对象的类别", En = "The kinds of applicants in section 2 of 人社部函〔2022〕133号" }, 1,
        [new PeerGroupView("prefecture-level", new() { Zh = "地级市", En = "Prefecture-level cities" }, ["prefecture-level city"],
            [new PeerCityView(Shijiazhuang, [130200], new() { Zh = "同类城市：石家庄市属“地级市”组，与本发布版有数的同组其他城市比较，共 1 个", En = "Same-type cities: 石家庄市 is in the group 'Prefecture-level cities'; the 1 other city of the group with figures" })])], []);

    public static readonly PeerGroupFigure PeerGroupFigure = new(
        View, "prefecture-level", new() { Zh = "地级市", En = "Prefecture-level cities" }, "E05", "", "2024-Q4", "", "", 3.17m, null, null, null, "%", 2, 61_400, 1_936_000, ObservationStatus.Normal, [130100, 130200], []);

    public static readonly CityDetail City = new(View, Shijiazhuang, "2024-12", "/api/v1/cities/130100/scorecard", ["E05"]);
    public static readonly FigureDetail Figure = new(View, Name, Shijiazhuang, Observation, new("2023-Q4", -0.12m, "%", 1, []), [Observation with { Release = null }]);

    public static readonly EvidenceView Evidence = new(
        View, Observation, true, 3.10m, $"dca recompute {Observation.FigureId} --release {Release}", "期末实有登记失业人数 ÷（期末城镇就业人员 + 期末实有登记失业人数）× 100%", "100 × 31,000 ÷ (969,000 + 31,000) = 3.10",
        1, Sha256, "/api/v1/indicators/E05", [new EvidencePart("unemployed", OverTime.StockAtEnd, "", 31_000)], [], 31_012,
        [new SourceCount("unemployment_registration", 32_420, 31_012,
            [new SetAsideRows(SetAsideBecause.Condition, "valid", new() { Zh = "记录无效", En = "Not valid" }, 408), new SetAsideRows(SetAsideBecause.OtherPeriod, null, null, 1_000)])],
        [new EvidenceFileView(12, "unemployment_registration", "失业登记_130100_2024Q4.csv", Sha256, Published.AddHours(-2), true, 1_204, 20_311, 14)],
        [new EvidenceRow("unemployment_registration", "失业登记_130100_2024Q4.csv", 17, 130102, "", new Dictionary<string, System.Numerics.BigInteger> { ["unemployed"] = 1 },
            [new EvidenceCell("person_key", "…9c1e"), new EvidenceCell("registered_on", "2024-10-08")])], null);

    public static readonly ReleaseList Releases = new(Release, [Release, "R2-0b7d25f1c3a94e68"]);

    public static readonly ReleaseDetail CurrentRelease = new(View, Sha256, Sha256,
        [new ReleaseInput(12, "unemployment_registration", "失业登记_130100_2024Q4.csv", Sha256, Published.AddHours(-2), true, 20_311, 20_297, 14, 203)]);

    public static readonly DatasetView Dataset = new(
        "indicators", new() { Zh = "公共就业创业服务示范城市创建指标", En = "Indicators of the programme" }, new() { Zh = "逐行计算的指标数值", En = "Figures computed row by row" }, View,
        "https://creativecommons.org/licenses/by/4.0/", 28_924, 68, 4, "2023-01", "2024-12", [new DatasetDistribution("parquet", "application/vnd.apache.parquet", "/api/v1/observations.parquet?breakdown=*&limit=all")]);

    public static readonly DatasetList Datasets = new(1, [Dataset]);

    public static readonly ChangeList Changes = new(
        "R2-0b7d25f1c3a94e68", Release, new DemoCityAnalytics.Api.Releases.ReleaseDifference("patch", 1, 0, 1, 0, [], [new DemoCityAnalytics.Api.Releases.FigureChange("E05::130100:2024-08", "revised", 3.58m, "Normal", 3.83m, "Normal", Published)]));

    public static readonly BulkList Bulk = new(View, [new BulkFileView($"observations-{Release}.parquet", "application/vnd.apache.parquet", 863_204, Sha256, $"/api/v1/bulk/observations-{Release}.parquet")]);

    public static readonly UploadView Upload = new(
        "0192f3d2c4e87a10b3c5d6e7f8091a2b", "job_postings", "招聘岗位_130100_2024Q4.csv", 1_204_331, Sha256, Published, DemoCityAnalytics.Api.Uploads.UploadState.Loaded, 20_311, 20_297, 14, 20_297,
        [new UploadRule("type", "openings", "rejection", 14)], 0, [], "/api/v1/uploads/0192f3d2c4e87a10b3c5d6e7f8091a2b", "/api/v1/uploads/0192f3d2c4e87a10b3c5d6e7f8091a2b/events",
        "/api/v1/uploads/0192f3d2c4e87a10b3c5d6e7f8091a2b/rejections");

    public static readonly UploadList Uploads = new(1, [Upload]);

    public static readonly RejectedRowList RejectedRows = new(0, 1, [new DemoCityAnalytics.Api.Uploads.RejectedRow(
        812, "openings", "type", "rejection", "8千", "整数", "招聘人数为“8千”，应为整数。", "请改为阿拉伯数字后重新报送。")]);

    public static readonly ScorecardView Scorecard = new(
        View, null, Shijiazhuang, "2024-12-ytd",
        new RuleSetView("illustrative", 1, new() { Zh = "示例规则（非官方）", En = "Illustrative rules (not official)" }, new() { Zh = "评估标准未公开", En = "The evaluation standard is not public" }),
        new() { Zh = "【合成数据】2024年1—12月，石家庄市列入评估1项：达标或超序时1项（100.0%），接近0项，未达0项。", En = "[Synthetic data] 石家庄市, January to December 2024: of 1 figures judged, 1 are on target or ahead of schedule (100.0%), 0 near, 0 missed." },
        new() { Zh = "同类城市：行政级别相同的其他城市，共 11 个", En = "Same-type cities: the 11 other cities of the same administrative kind" }, Sha256,
        [new ScorecardStandardView(5, new() { Zh = "服务成效明显", En = "Visible results" },
            [new ScorecardRowView("E05", "", Name, "S5.3", "%", 2, Observation, 4.50m, TargetOrigin.CityPlan, Comparison.AtMost, null, null, null, null, 3.41m, 3.38m, 11, 5, 2.5m, 2.5m, Verdict.Met,
                new() { Zh = "3.10%，控制目标不高于 4.50%", En = "3.10%, control target at most 4.50%" })])]);
}

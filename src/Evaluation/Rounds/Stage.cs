using DemoCityAnalytics.Evaluation.People;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>Where a round stands, in the order of the notice, section 6.</summary>
public enum Stage
{
    /// <summary>P1 组织申报.</summary>
    Application,

    /// <summary>P2 推动创建.</summary>
    Creation,

    /// <summary>P3 省级初审; starts with the freeze.</summary>
    ProvincialReview,

    /// <summary>P4 部级评估.</summary>
    MinistryEvaluation,

    /// <summary>P5 公示认定.</summary>
    Publicity,

    /// <summary>P6 监督管理.</summary>
    Supervision,
}

/// <summary>One allowed move of a round.</summary>
public sealed record StageStep(Stage From, Act Act, Stage To);

/// <summary>Where a city stands in a round.</summary>
public enum Standing
{
    Draft, CityConfirmed, Entered, Lapsed, Creating, Recommended, NotRecommended, Proposed, NotProposed, Designated, StruckByObjection, Disqualified, Revoked,
}

/// <summary>One allowed move of a city.</summary>
public sealed record StandingStep(Standing From, Act Act, Standing To);

/// <summary>The state machines of a round and of a city in it: what is not listed is refused.</summary>
public static class Procedure
{
    public static IReadOnlyList<StageStep> Stages { get; } =
    [
        new(Stage.Application, Act.CloseApplications, Stage.Creation),
        new(Stage.Creation, Act.Freeze, Stage.ProvincialReview),
        new(Stage.ProvincialReview, Act.StartEvaluation, Stage.MinistryEvaluation),
        new(Stage.MinistryEvaluation, Act.ProposeList, Stage.Publicity),
        new(Stage.Publicity, Act.Designate, Stage.Supervision),
    ];

    public static IReadOnlyList<StandingStep> Standings { get; } =
    [
        new(Standing.Draft, Act.ConfirmByCity, Standing.CityConfirmed),
        new(Standing.CityConfirmed, Act.ReturnToCity, Standing.Draft),
        new(Standing.CityConfirmed, Act.ConfirmByProvince, Standing.Entered),
        new(Standing.Entered, Act.CloseApplications, Standing.Creating),
        new(Standing.Draft, Act.CloseApplications, Standing.Lapsed),
        new(Standing.CityConfirmed, Act.CloseApplications, Standing.Lapsed),
        new(Standing.Creating, Act.Recommend, Standing.Recommended),
        new(Standing.Creating, Act.StartEvaluation, Standing.NotRecommended),
        new(Standing.Recommended, Act.ProposeList, Standing.Proposed),
        new(Standing.Recommended, Act.ProposeList, Standing.NotProposed),
        new(Standing.Recommended, Act.HandleObjection, Standing.StruckByObjection),
        new(Standing.Proposed, Act.HandleObjection, Standing.StruckByObjection),
        new(Standing.Creating, Act.Disqualify, Standing.Disqualified),
        new(Standing.Recommended, Act.Disqualify, Standing.Disqualified),
        new(Standing.Proposed, Act.Disqualify, Standing.Disqualified),
        new(Standing.Proposed, Act.Designate, Standing.Designated),
        new(Standing.Designated, Act.Revoke, Standing.Revoked),
    ];

    /// <summary>In which stages an act that does not move the round is allowed.</summary>
    static readonly Dictionary<Act, Stage[]> Within = new()
    {
        [Act.SaveApplication] = [Stage.Application],
        [Act.ConfirmByCity] = [Stage.Application],
        [Act.ReturnToCity] = [Stage.Application],
        [Act.ConfirmByProvince] = [Stage.Application],
        [Act.AttachEvidence] = [Stage.Creation, Stage.ProvincialReview, Stage.MinistryEvaluation],
        [Act.ReportFigures] = [Stage.Creation],
        [Act.AssignExpert] = [Stage.Creation, Stage.ProvincialReview, Stage.MinistryEvaluation],
        [Act.ProposeFreeze] = [Stage.Creation],
        [Act.SaveScore] = [Stage.ProvincialReview, Stage.MinistryEvaluation],
        [Act.SubmitScore] = [Stage.ProvincialReview, Stage.MinistryEvaluation],
        [Act.DrawSample] = [Stage.ProvincialReview, Stage.MinistryEvaluation, Stage.Supervision],
        [Act.RecordCheck] = [Stage.ProvincialReview, Stage.MinistryEvaluation, Stage.Supervision],
        [Act.Disqualify] = [Stage.ProvincialReview, Stage.MinistryEvaluation, Stage.Publicity],
        [Act.Recommend] = [Stage.ProvincialReview],
        [Act.Publicise] = [Stage.ProvincialReview, Stage.Publicity],
        [Act.RaiseObjection] = [Stage.ProvincialReview, Stage.Publicity],
        [Act.HandleObjection] = [Stage.ProvincialReview, Stage.Publicity],
        [Act.ProposeDesignation] = [Stage.Publicity],
        [Act.RecordViolation] = [Stage.Supervision],
        [Act.ProposeRevocation] = [Stage.Supervision],
        [Act.Revoke] = [Stage.Supervision],
    };

    public static bool Allows(Stage stage, Act act) =>
        Stages.Any(step => step.From == stage && step.Act == act) || (Within.TryGetValue(act, out var stages) && stages.Contains(stage));

    public static Refusal? Check(Stage stage, Act act)
    {
        if (Allows(stage, act)) return null;
        // After the figures are frozen, late corrections come as revisions beside them.
        var frozen = act is Act.Freeze or Act.ProposeFreeze && stage > Stage.Creation || act is Act.SaveScore or Act.SubmitScore && stage > Stage.MinistryEvaluation;
        return Refusal.Of(frozen ? RefusalReason.Frozen : RefusalReason.StageForbids,
            $"本轮处于“{Name(stage)}”阶段，{(frozen ? "已冻结，" : "")}不能办理此项", $"The round is in {stage}{(frozen ? " and frozen" : "")}; {act} is not allowed.");
    }

    public static Refusal? Check(Standing from, Act act, Standing to) => Standings.Contains(new StandingStep(from, act, to))
        ? null
        : Refusal.Of(RefusalReason.StandingForbids, $"该市当前为“{Name(from)}”，不能转为“{Name(to)}”", $"The city is {from}; {act} cannot make it {to}.");

    public static Stage Next(Stage stage, Act act) => Stages.Single(step => step.From == stage && step.Act == act).To;

    public static string Name(Stage stage) => stage switch
    {
        Stage.Application => "组织申报",
        Stage.Creation => "推动创建",
        Stage.ProvincialReview => "省级初审",
        Stage.MinistryEvaluation => "部级评估",
        Stage.Publicity => "公示认定",
        _ => "监督管理",
    };

    public static string Name(Standing standing) => standing switch
    {
        Standing.Draft => "填报中",
        Standing.CityConfirmed => "市级已确认",
        Standing.Entered => "省级已确认",
        Standing.Lapsed => "逾期未报",
        Standing.Creating => "创建中",
        Standing.Recommended => "省级推荐",
        Standing.NotRecommended => "未获推荐",
        Standing.Proposed => "拟认定",
        Standing.NotProposed => "未列入拟认定名单",
        Standing.Designated => "已认定",
        Standing.StruckByObjection => "异议成立，不予认定",
        Standing.Disqualified => "取消资格",
        _ => "撤销命名",
    };
}

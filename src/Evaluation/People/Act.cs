namespace DemoCityAnalytics.Evaluation.People;

/// <summary>What can be done in a round; each is one row of the audit log.</summary>
public enum Act
{
    OpenRound, SaveApplication, ConfirmByCity, ReturnToCity, ConfirmByProvince, CloseApplications,
    AttachEvidence, ReportFigures, AssignExpert, ProposeFreeze, Freeze,
    SaveScore, SubmitScore, DrawSample, RecordCheck, Disqualify,
    Recommend, Publicise, RaiseObjection, HandleObjection,
    StartEvaluation, ProposeList, ProposeDesignation, Designate,
    RecordViolation, ProposeRevocation, Revoke,
}

/// <summary>Which role may do what. An area-bound role also needs the area: a city its own, a province those it governs.</summary>
public static class Permissions
{
    static readonly Dictionary<Act, Role[]> Allowed = new()
    {
        [Act.OpenRound] = [Role.Operator],
        [Act.SaveApplication] = [Role.City],
        [Act.ConfirmByCity] = [Role.City],
        [Act.ReturnToCity] = [Role.Province],
        [Act.ConfirmByProvince] = [Role.Province],
        [Act.CloseApplications] = [Role.Ministry],
        [Act.AttachEvidence] = [Role.City, Role.Province, Role.MinistryExpert, Role.Ministry],
        [Act.ReportFigures] = [Role.City],
        [Act.AssignExpert] = [Role.Ministry],
        [Act.ProposeFreeze] = [Role.Ministry],
        [Act.Freeze] = [Role.Ministry],
        [Act.SaveScore] = [Role.City, Role.Province, Role.MinistryExpert, Role.Ministry],
        [Act.SubmitScore] = [Role.City, Role.Province, Role.MinistryExpert, Role.Ministry],
        [Act.DrawSample] = [Role.Province, Role.MinistryExpert, Role.Ministry],
        [Act.RecordCheck] = [Role.Province, Role.MinistryExpert, Role.Ministry],
        [Act.Disqualify] = [Role.Province, Role.Ministry],
        [Act.Recommend] = [Role.Province],
        [Act.Publicise] = [Role.Province, Role.Ministry],
        [Act.RaiseObjection] = [Role.City, Role.Province, Role.MinistryExpert, Role.Ministry, Role.Public],
        [Act.HandleObjection] = [Role.Province, Role.Ministry],
        [Act.StartEvaluation] = [Role.Ministry],
        [Act.ProposeList] = [Role.Ministry],
        [Act.ProposeDesignation] = [Role.Ministry],
        [Act.Designate] = [Role.Ministry],
        [Act.RecordViolation] = [Role.Province, Role.Ministry],
        [Act.ProposeRevocation] = [Role.Ministry],
        [Act.Revoke] = [Role.Ministry],
    };

    public static bool May(Role role, Act act) => Allowed[act].Contains(role);

    /// <summary>Null when the actor may do this to this city (0: the whole round).</summary>
    public static Refusal? Check(Actor actor, Act act, int city = 0, int province = 0)
    {
        if (!May(actor.Role, act))
            return Refusal.Of(RefusalReason.RoleForbids, $"{Name(actor.Role)}角色不能办理此项", $"The role {actor.Role} may not do {act}.");
        // An objection may concern any city.
        if (act == Act.RaiseObjection || city == 0 && province == 0) return null;
        return actor.Role switch
        {
            Role.City when actor.AreaCode != city => NotYours(),
            Role.Province when actor.AreaCode != province => NotYours(),
            _ => null,
        };
    }

    public static string Name(Role role) => role switch
    {
        Role.City => "市级填报",
        Role.Province => "省级审核",
        Role.MinistryExpert => "部级专家",
        Role.Ministry => "部级管理",
        Role.Operator => "平台运维",
        _ => "社会公众",
    };

    static Refusal NotYours() => Refusal.Of(RefusalReason.NotYourArea, "只能办理本市（本省）的事项", "Only your own city or province.");
}

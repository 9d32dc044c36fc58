using DemoCityAnalytics.Api.Access;
using Role = DemoCityAnalytics.Api.Access.Role;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>
/// Who may knock at the addresses of rounds. Several acts share an address, so this is the outer door: which act a role may do, in
/// which area and stage, the desks decide.
/// </summary>
static class RoundAccess
{
    static readonly AccessRule Everyone = new([]);
    static readonly AccessRule Members = new([Role.City, Role.Province, Role.Expert, Role.Ministry, Role.Operator]);
    static readonly AccessRule Offices = new([Role.Province, Role.Expert, Role.Ministry, Role.Operator]);
    static readonly AccessRule Keepers = new([Role.Ministry, Role.Operator]);

    static readonly (AccessRule Rule, string[] Patterns)[] Rules =
    [
        (Everyone,
        [
            "rounds", "rounds/{round}", "rounds/{round}/publicity",
            "api/v1/rounds", "api/v1/rounds/{round}", "api/v1/rounds/{round}/publicity", "api/v1/rounds/{round}/objections", "api/v1/rounds/{round}/cities/{city:int}/certificate",
        ]),
        (Members,
        [
            "rounds/{round}/applications/{city:int}", "rounds/{round}/cities/{city:int}", "rounds/{round}/cities/{city:int}/papers", "rounds/{round}/cities/{city:int}/progress",
            "rounds/{round}/designation",
            "api/v1/rounds/{round}/applications", "api/v1/rounds/{round}/applications/{city:int}", "api/v1/rounds/{round}/applications/{city:int}/form.{format}",
            "api/v1/rounds/{round}/applications/{city:int}/confirmation", "api/v1/rounds/{round}/applications/{city:int}/return",
            "api/v1/rounds/{round}/cities/{city:int}/progress", "api/v1/rounds/{round}/cities/{city:int}/reports",
            "api/v1/rounds/{round}/cities/{city:int}/scores", "api/v1/rounds/{round}/cities/{city:int}/scores.{format}", "api/v1/rounds/{round}/cities/{city:int}/scores/{item}",
            "api/v1/rounds/{round}/cities/{city:int}/scores/{item}/submission", "api/v1/rounds/{round}/cities/{city:int}/submission",
            "api/v1/rounds/{round}/cities/{city:int}/papers", "api/v1/rounds/{round}/cities/{city:int}/papers/{sha256}",
            "api/v1/rounds/{round}/supervision",
        ]),
        (Offices,
        [
            "rounds/{round}/cities/{city:int}/rows", "rounds/{round}/cities/{city:int}/samples", "rounds/{round}/cities/{city:int}/samples/{sample}", "rounds/{round}/provinces/{province:int}", "rounds/{round}/provinces/{province:int}.{form}", "provinces/{code:int}/ranking", "provinces/{code:int}/ranking.{form}", "sample", "rounds/{round}/objections",
            "api/v1/rounds/{round}/cities/{city:int}/samples", "api/v1/rounds/{round}/cities/{city:int}/samples/{sample}", "api/v1/rounds/{round}/cities/{city:int}/samples/{sample}/lines/{line:int}",
            "api/v1/rounds/{round}/cities/{city:int}/experts", "api/v1/rounds/{round}/cities/{city:int}/disqualification",
            "api/v1/rounds/{round}/cities/{city:int}/violations",
            "api/v1/rounds/{round}/provinces/{province:int}/ranking", "api/v1/rounds/{round}/provinces/{province:int}/recommendation",
            "api/v1/rounds/{round}/provinces/{province:int}/recommendation.{format}", "api/v1/rounds/{round}/provinces/{province:int}/publicity",
            "api/v1/rounds/{round}/objections/{id}", "api/v1/rounds/{round}/objections/{id}/text",
        ]),
        (Keepers,
        [
            "api/v1/rounds/{round}/closing", "api/v1/rounds/{round}/freeze/proposal", "api/v1/rounds/{round}/freeze", "api/v1/rounds/{round}/evaluation", "api/v1/rounds/{round}/list",
            "api/v1/rounds/{round}/publicity/national", "api/v1/rounds/{round}/designation/proposal", "api/v1/rounds/{round}/designation",
            "api/v1/rounds/{round}/cities/{city:int}/revocation/proposal", "api/v1/rounds/{round}/cities/{city:int}/revocation",
            "api/v1/rounds/{round}/history", "api/v1/rounds/{round}/archive.zip",
        ]),
    ];

    public static void State(AccessTable table)
    {
        foreach (var (rule, patterns) in Rules)
            foreach (var pattern in patterns) table.State(pattern, rule);
    }
}

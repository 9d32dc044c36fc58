using static DemoCityAnalytics.Api.Access.Role;

namespace DemoCityAnalytics.Api.Access;

/// <summary>What an endpoint asks of its caller.</summary>
/// <param name="Roles">Roles that may call it; empty for everyone, logged in or not.</param>
/// <param name="OwnArea">A city sees only itself here, a province only its cities.</param>
public sealed record AccessRule(IReadOnlyList<Role> Roles, bool OwnArea = false)
{
    public bool ForEveryone => Roles.Count == 0;
}

/// <summary>
/// The one table of who may call what, by route pattern. An endpoint that is not in it answers nobody.
/// </summary>
public sealed class AccessTable
{
    static readonly AccessRule Everyone = new([]);
    static readonly AccessRule AllReaders = new([Public, City, Province, Expert, Ministry, Operator]);
    static readonly AccessRule Assessors = new([City, Province, Expert, Ministry, Operator], OwnArea: true);
    static readonly AccessRule RowReaders = new([City, Province, Expert, Ministry], OwnArea: true);
    static readonly AccessRule LoadReaders = new([Expert, Ministry, Operator]);
    static readonly AccessRule Senders = new([City, Operator]);
    static readonly AccessRule Programs = new([City, Province, Ministry, Operator]);

    readonly Dictionary<string, AccessRule> rules = new(StringComparer.OrdinalIgnoreCase)
    {
        ["health/live"] = Everyone,
        ["health/ready"] = Everyone,
        ["metrics"] = new([Operator]),
        ["login"] = Everyone,
        ["login/openid"] = Everyone,
        ["logout"] = Everyone,
        ["problem"] = Everyone,
        ["docs/problems/{id?}"] = Everyone,
        ["assets/{**name}"] = Everyone,

        [""] = AllReaders,
        ["indicators"] = AllReaders,
        ["indicators/{code}"] = AllReaders,
        ["cities/{code:int}/indicators/{indicator}"] = AllReaders,
        ["openapi/{documentName}.json"] = AllReaders,
        ["api/v1/indicators"] = AllReaders,
        ["api/v1/indicators/{code}"] = AllReaders,
        ["api/v1/observations"] = AllReaders,
        ["api/v1/observations.{format}"] = AllReaders,
        ["api/v1/jobs/{id}"] = AllReaders,
        ["api/v1/jobs/{id}/result"] = AllReaders,
        ["api/v1/bulk"] = AllReaders,
        ["api/v1/bulk/{file}"] = AllReaders,
        ["api/v1/cities"] = AllReaders,
        ["api/v1/peer-groups"] = AllReaders,
        ["api/v1/peer-groups/{group}/figure"] = AllReaders,
        ["api/v1/cities/{code}"] = AllReaders,
        ["api/v1/figures/{id}"] = AllReaders,
        ["api/v1/sdmx/structure/{kind}/{agency}/{id}/{version}"] = AllReaders,
        ["api/v1/sdmx/data/dataflow/{agency}/{id}/{version}/{key}"] = AllReaders,
        ["api/v1/sdmx/{**rest}"] = AllReaders,
        ["api/v1/datasets"] = AllReaders,
        ["api/v1/datasets/{id}"] = AllReaders,
        ["api/v1/releases/{name}/changes"] = AllReaders,
        ["api/v1/releases"] = AllReaders,
        ["api/v1/releases/current"] = AllReaders,
        ["api/v1/charts/indicator.{format}"] = AllReaders,
        ["api/v1/charts/{kind}.{format}"] = AllReaders,
        ["api/v1/charts/radar.{format}"] = Assessors,
        ["compare"] = AllReaders,
        ["explore"] = AllReaders,
        ["vintages/{indicator}/{code:int}"] = AllReaders,
        ["vintages/{indicator}/{code:int}.{form}"] = AllReaders,
        ["help"] = Everyone,
        ["data"] = AllReaders,
        ["docs/api"] = Everyone,
        ["indicators.{form}"] = AllReaders,
        ["cities/{code:int}/indicators/{indicator}.{form}"] = AllReaders,

        ["cities/{code:int}"] = Assessors,
        ["cities/{code:int}/scorecard"] = Assessors,
        ["cities/{code:int}.{form}"] = Assessors,
        ["cities/{code:int}/scorecard.{form}"] = Assessors,
        ["cities/{code:int}/market"] = Assessors,
        ["cities/{code:int}/market.{form}"] = Assessors,
        ["api/v1/cities/{code}/scorecard"] = Assessors,
        ["api/v1/cities/{code}/scorecard/template"] = Assessors,

        ["evidence/{id}"] = RowReaders,
        ["evidence/{id}.{form}"] = RowReaders,
        ["api/v1/figures/{id}/evidence"] = RowReaders,
        ["api/v1/figures/{id}/recompute"] = RowReaders,

        ["loads"] = LoadReaders,
        ["quality"] = Assessors,
        ["quality.{form}"] = Assessors,

        ["leads"] = new([City]),
        ["models"] = AllReaders,

        ["upload"] = Senders,
        ["uploads/{id}"] = Senders,
        ["api/v1/webhooks"] = Programs,
        ["api/v1/webhooks/{id}"] = Programs,
        ["api/v1/webhooks/{id}/deliveries"] = Programs,
        ["api/v1/webhooks/{id}/deliveries/{delivery}/replay"] = Programs,
        ["api/v1/webhooks/{id}/ping"] = Programs,

        ["api/v1/uploads"] = Senders,
        ["api/v1/uploads/{id}"] = Senders,
        ["api/v1/uploads/{id}/events"] = Senders,
        ["api/v1/uploads/{id}/rejections"] = Senders,
    };

    /// <summary>The rule of a route pattern, or null: then nobody may call it.</summary>
    public AccessRule? Find(string? pattern) => pattern is null ? null : rules.GetValueOrDefault(pattern.Trim('/'));

    /// <summary>States the rule of one more endpoint, for parts that are composed in by others.</summary>
    public AccessTable State(string pattern, AccessRule rule)
    {
        rules.Add(pattern.Trim('/'), rule);
        return this;
    }

    public IEnumerable<string> Patterns => rules.Keys;
}

using System.Globalization;
using System.Security.Cryptography;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Warehouse.Areas;
using Area = DemoCityAnalytics.Warehouse.Areas.Area;
using Office = DemoCityAnalytics.Evaluation.People.Role;

namespace DemoCityAnalytics.Cli.Demo;

/// <summary>Accounts of everybody who takes part in the demo's rounds, with one password that is drawn at each start and printed.</summary>
sealed record DemoAccounts(string Password, IReadOnlyList<string> Names)
{
    public static (DemoAccounts Accounts, EffectiveSettings Settings) For(IEnumerable<Area> cities, EffectiveSettings settings)
    {
        var (password, cast) = (RandomNumberGenerator.GetHexString(8, lowercase: true), DemoRounds.Cast(cities));
        var hash = PasswordHash.Of("", password);
        var accounts = cast.SelectMany((actor, i) => new (string, string?)[]
        {
            ($"Access:Accounts:{i}:Name", actor.Id), ($"Access:Accounts:{i}:PasswordHash", hash), ($"Access:Accounts:{i}:Role", $"{RoleOf(actor.Role)}"),
            ($"Access:Accounts:{i}:Area", actor.AreaCode == 0 ? null : actor.AreaCode.ToString(CultureInfo.InvariantCulture)),
        });
        return (new DemoAccounts(password, [.. cast.Select(actor => actor.Id)]), settings.With(accounts));
    }

    internal static Role RoleOf(Office office) => office switch
    {
        Office.City => Role.City,
        Office.Province => Role.Province,
        Office.MinistryExpert => Role.Expert,
        Office.Ministry => Role.Ministry,
        _ => Role.Operator,
    };
}

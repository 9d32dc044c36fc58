using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary><c>dca check reported</c>: the reported values that were loaded, held against the figures of the current release (P03).</summary>
sealed class ReportedCheck() : Verb("reported", "Reported values that were loaded, held against the figures their records give.")
{
    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        using var services = Composition.Open(call.Settings);
        var database = services.GetRequiredService<WarehouseDatabase>();
        if (new ReleaseStore(database.ReleaseFolder).Current() is not { } release)
            return Task.FromResult(Outcome.Failed(ExitCode.NoRelease, "There is no release yet; run `dca load` and `dca compute` first."));
        using var connection = database.Connect();
        var values = ReportedValues.Of(connection, release);
        foreach (var value in values) call.Terminal.Say(Line(value));
        var differ = values.Count(value => !value.Agrees);
        call.Terminal.Say($"{values.Count - differ} agree, {differ} differ");
        return Task.FromResult(new Outcome(differ == 0 ? ExitCode.Ok : ExitCode.Different, new { agree = values.Count - differ, differ, values }));
    }

    static string Line(ReportedValue value) => value.Agrees
        ? string.Create(CultureInfo.InvariantCulture, $"agree: {value.Id} reported {value.Reported}, recomputed {value.Recomputed}")
        : string.Create(CultureInfo.InvariantCulture, $"differ: {value.Id} reported {value.Reported}, recomputed {value.Recomputed}, tolerance {value.Tolerance}; {InWords(value.Explained)}");

    static string InWords(WrongWay? way) => way switch
    {
        WrongWay.DividedByCurrent => "it divides by the current value",
        WrongWay.PlainDivision => "it divides without sharing out the rows without a requirement",
        WrongWay.RoundedHalfEven => "it is rounded half to even",
        WrongWay.UnmatchedPanel => "it compares all cities, not those that reported both times",
        WrongWay.GrossInsteadOfNet => "it is the number before natural attrition",
        _ => "none of the usual mistakes gives it",
    };
}

using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary><c>dca check published-rates</c>: the rates of loaded aggregate tables, recomputed from their own parts.</summary>
sealed class PublishedRatesCheck() : Verb("published-rates", "Published rates of the loaded aggregate tables, recomputed from their parts.")
{
    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        using var services = Composition.Open(call.Settings);
        using var connection = services.GetRequiredService<WarehouseDatabase>().Connect();
        SourceTables.Ensure(connection, services.GetRequiredService<ContractCatalogue>());
        var rates = PublishedRates.Of(connection);
        if (rates.Areas == 0) throw new UsageException("No aggregate table is loaded; load one first: dca load --source labour_area_statistics FILE.");

        foreach (var rate in rates.Differences)
            call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"differ: {rate.AreaId} {rate.PeriodId}: published {rate.Published}, recomputed {rate.Recomputed}"));
        call.Terminal.Say(string.Create(CultureInfo.InvariantCulture,
            $"{rates.Areas} areas: labour force {rates.LabourForce} = employed {rates.Employed} + unemployed {rates.Unemployed}; pooled rate {rates.PooledPercent} % (mean of the areas' rates {rates.MeanPercent} %)"));
        call.Terminal.Say($"{rates.Areas - rates.Differences.Count} agree, {rates.Differences.Count} differ");
        return Task.FromResult(new Outcome(rates.Differences.Count == 0 ? ExitCode.Ok : ExitCode.Different, new
        {
            rates.Areas,
            LabourForce = rates.LabourForce.ToString(CultureInfo.InvariantCulture),
            Employed = rates.Employed.ToString(CultureInfo.InvariantCulture),
            Unemployed = rates.Unemployed.ToString(CultureInfo.InvariantCulture),
            rates.PooledPercent,
            rates.MeanPercent,
            rates.Differences,
        }));
    }
}

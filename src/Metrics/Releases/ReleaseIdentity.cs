using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>What a release is made from, as hashes: the same inputs, definitions and parameters give the same id.</summary>
sealed record ReleaseIdentity(string Id, string InputsHash, string DefinitionsHash, bool Synthetic)
{
    // Changes when a release file's layout or a rule outside the definition files does, so that the change makes a new release.
    const string Parameters = "layout=3;calendar=month;interval_z=1.959964";

    public static ReleaseIdentity Of(DuckDBConnection warehouse, IndicatorCatalogue catalogue, DisclosureOptions disclosure)
    {
        // A load that was withdrawn and came again is told from one that was never withdrawn, because its rows have other origins.
        var inputs = Hash(warehouse.Query("SELECT sha256, source FROM ops.load", row => $"{row.GetString(0)} {row.GetString(1)}")
            .Concat(warehouse.Query("SELECT sha256, source FROM ops.load JOIN ops.revocation USING (load_id)", row => $"withdrawn {row.GetString(0)} {row.GetString(1)}")));
        var definitions = Hash(catalogue.Marts.Select(x => $"mart {x.Header.Mart} {x.Hash}").Concat(catalogue.Indicators.Select(x => $"indicator {x.Header.Id} {x.Hash}"))
            .Concat(catalogue.Parameters.Select(x => $"parameter {x.Header.Parameter} {x.Hash}")));
        var synthetic = warehouse.Count("SELECT count(*) FROM ops.load WHERE synthetic AND load_id NOT IN (SELECT load_id FROM ops.revocation)") > 0;
        return new ReleaseIdentity(Hash([inputs, definitions, string.Create(CultureInfo.InvariantCulture, $"{Parameters};minimum_persons={disclosure.MinimumPersons}")])[..16], inputs, definitions, synthetic);
    }

    static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
}

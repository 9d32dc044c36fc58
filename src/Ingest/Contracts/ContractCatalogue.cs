using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Contracts;

/// <summary>All sources that can be loaded, by name.</summary>
public sealed class ContractCatalogue
{
    readonly Dictionary<string, Contract> bySource;

    ContractCatalogue(IEnumerable<Contract> contracts) => bySource = contracts.ToDictionary(contract => contract.Source, StringComparer.Ordinal);

    public IReadOnlyCollection<Contract> All => bySource.Values;

    public bool TryGet(string source, out Contract contract) => bySource.TryGetValue(source, out contract!);

    /// <exception cref="UnknownSourceException">There is no such source.</exception>
    public Contract Get(string source) => TryGet(source, out var contract) ? contract : throw new UnknownSourceException(source, bySource.Keys);

    /// <summary>The contracts that are built in: one folder each under Sources.</summary>
    /// <exception cref="DefinitionException">Contracts have mistakes; those of all files are listed.</exception>
    public static ContractCatalogue BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var staging = EmbeddedText.All(assembly, "Sources", ".sql").ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
        var contracts = new List<Contract>();
        var issues = new List<DefinitionIssue>();
        foreach (var file in EmbeddedText.All(assembly, "Sources", ".contract.yaml"))
        {
            try
            {
                var source = file.Name[..^".contract".Length];
                if (!staging.TryGetValue(source, out var sql))
                    throw new DefinitionException([new(file.Path, 1, $"no staging SQL {source}.sql lies beside the contract.")]);
                contracts.Add(ContractReader.Read(file.Text, file.Path, sql, CodeList.BuiltIn));
            }
            catch (DefinitionException e)
            {
                issues.AddRange(e.Issues);
            }
        }
        return issues.Count > 0 ? throw new DefinitionException(issues) : new ContractCatalogue(contracts);
    }
}

/// <summary>A caller named a source that has no contract.</summary>
public sealed class UnknownSourceException(string source, IEnumerable<string> known)
    : Exception($"There is no source '{source}'{NearestName.Hint(source, known)}; expected one of {string.Join(", ", known)}.");

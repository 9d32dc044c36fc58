using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Contracts;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca sources</c>: what can be loaded, and the pages about it.</summary>
sealed class SourcesVerb : Verb
{
    readonly Option<DirectoryInfo?> markdown = new("--markdown") { Description = "Write a page for each source into this folder (docs/sources).", HelpName = "FOLDER" };

    public SourcesVerb() : base("sources", "List the sources that can be loaded.") => Add(markdown);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var contracts = ContractCatalogue.BuiltIn();
        if (call.Arguments.GetValue(markdown) is { } folder)
        {
            folder.Create();
            var pages = SourcePages.All(contracts);
            foreach (var (name, text) in pages) await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, cancel);
            call.Terminal.Say($"{pages.Count} pages written to {folder.FullName}");
            return Outcome.Done(new { pages = pages.Keys });
        }
        var sources = contracts.All.OrderBy(contract => contract.Source, StringComparer.Ordinal)
            .Select(contract => new { contract.Source, contract.Name.Zh, contract.Name.En, contract.Describes, columns = contract.Columns.Count }).ToList();
        foreach (var source in sources) call.Terminal.Say($"{source.Source} ({source.Zh}): {source.Describes}");
        return Outcome.Done(sources);
    }
}

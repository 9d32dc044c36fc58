using System.Reflection;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Pages.Docs;

/// <summary>Ready-made code of one program: its name and the blocks that are run by the tests.</summary>
internal sealed record Snippets(string Program, IReadOnlyList<string> Blocks);

/// <summary>All figures to take away: a selection in any form, whole files, what each column means, and code to copy.</summary>
public sealed class DataPage(ReleaseReader releases, BulkFiles bulk) : PortalPage(releases)
{
    static readonly string[] Clients = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "../../docs/clients.md").ReplaceLineEndings("\n").Split("\n## ");

    internal DatasetView Dataset { get; private set; } = null!;
    internal IReadOnlyList<(string Name, BulkFile? Made)> Files { get; private set; } = [];
    internal IReadOnlyList<TableColumn> Columns { get; private set; } = [];
    internal IReadOnlyList<Snippets> Programs { get; private set; } = [];

    public string Site => $"{Request.Scheme}://{Request.Host}";

    public void OnGet()
    {
        Title = T["data.title"];
        Dataset = Datasets.View(Release);
        var made = bulk.Made(Release);
        Files = [.. BulkFiles.Names(Release).Select(name => (name, made.FirstOrDefault(x => x.Name == name)))];
        Columns = TableColumns.Of(NoRows());
        Programs = [.. Clients.Skip(1).Select(Read).Where(x => x.Blocks.Count > 0)];
    }

    ObservationSet NoRows() => new()
    {
        Release = Release,
        Language = Language,
        Labels = LabelChoice.Id,
        AsOf = null,
        Rows = [],
        Indicators = [],
        Areas = [],
        Total = 0,
    };

    // A section of the document: its heading, then prose and fenced blocks by turns.
    Snippets Read(string section)
    {
        var parts = section.Split("```");
        var blocks = parts.Where((_, place) => place % 2 == 1).Select(block => block[(block.IndexOf('\n') + 1)..].TrimEnd());
        return new Snippets(parts[0].Split('\n')[0], [.. blocks]);
    }
}

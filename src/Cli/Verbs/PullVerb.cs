using System.CommandLine;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Ingest.Pulling;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca pull</c>: rows fetched from a PostgreSQL table or an address, and loaded.</summary>
sealed class PullVerb : Verb
{
    readonly Option<string> source = new("--source") { Description = "Source that the rows belong to.", HelpName = "SOURCE", Required = true };
    readonly Option<string?> table = new("--postgresql") { Description = "Table or view to read, with its schema; the connection is Pull:PostgreSqlConnectionString.", HelpName = "TABLE" };
    readonly Option<string?> watermark = new("--watermark") { Description = "Column of the table that grows with every change; only later rows are read.", HelpName = "COLUMN" };
    readonly Option<Uri?> address = new("--url") { Description = "Address to fetch a file from; its host must be in Pull:AllowedHosts.", HelpName = "URL" };
    readonly Option<bool> synthetic = new("--synthetic") { Description = "The rows are generated (合成数据)." };

    public PullVerb() : base("pull", "Fetch rows from a database or an address and load them; what is known changes nothing.")
    {
        Add(source);
        Add(table);
        Add(watermark);
        Add(address);
        Add(synthetic);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var (name, from, url) = (call.Arguments.GetRequiredValue(source), call.Arguments.GetValue(table), call.Arguments.GetValue(address));
        if (from is null == url is null) throw new UsageException("Name either a table (--postgresql TABLE) or an address (--url URL).");
        if (url is { IsAbsoluteUri: false }) throw new UsageException($"{url} is no whole address; expected one as in https://host/path/file.csv.");
        var generated = call.Arguments.GetValue(synthetic);
        await using var services = Composition.Open(call.Settings);
        try
        {
            var pulled = from is not null
                ? await services.GetRequiredService<PostgreSqlPull>().Pull(new TablePull(name, from, call.Arguments.GetValue(watermark), generated), null, cancel)
                : await services.GetRequiredService<HttpPull>().Pull(name, url!, generated, null, cancel);
            call.Terminal.Say(pulled.Report switch
            {
                null => $"{pulled.Place}: nothing new",
                { Outcome: LoadOutcome.AlreadyLoaded } => $"{pulled.Place}: already loaded, 0 new rows",
                { Refused: true } => $"{pulled.Place}: refused, nothing of it was kept",
                var report => $"{pulled.Place}: {report.RowsRead} rows read = {report.RowsAccepted} accepted + {report.RowsRejected} rejected",
            });
            foreach (var issue in pulled.Report?.Issues ?? []) call.Terminal.Note(issue.En);
            return new Outcome(pulled.Report?.Refused == true ? ExitCode.LoadRefused : ExitCode.Ok, pulled);
        }
        catch (PullException e)
        {
            throw new UsageException(e.Message);
        }
    }
}

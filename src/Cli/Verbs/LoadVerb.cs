using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca load</c>: files into the warehouse, every row accepted or rejected with a reason.</summary>
sealed class LoadVerb : Verb
{
    const int MostIssuesShown = 50;

    readonly Argument<FileSystemInfo[]> paths = new("PATH") { Description = "Files of one source (with --source), or a folder with a sub-folder per source.", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<string?> source = new("--source") { Description = "Source that the files belong to.", HelpName = "SOURCE" };
    readonly Option<string?> encoding = new("--encoding") { Description = "Encoding of the files; found from the bytes when left out.", HelpName = "NAME" };
    readonly Option<bool> explain = new("--explain") { Description = "Say how one file would be read and what would be rejected; load nothing." };
    readonly Option<bool> synthetic = new("--synthetic") { Description = "The rows are generated (合成数据)." };

    readonly Option<FileInfo?> rejected = new("--rejected") { Description = "File for the rejected rows of one file, in its own layout, with reason and remedy; names and numbers of persons are hidden.", HelpName = "FILE" };

    readonly Option<int?> revoke = new("--revoke") { Description = "Withdraw a load by its number: earlier versions come back, nothing is deleted.", HelpName = "LOADID" };
    readonly Option<string?> reason = new("--reason") { Description = "Why the load is withdrawn; kept with it.", HelpName = "TEXT" };

    public LoadVerb() : base("load", "Load files; loading a file again changes nothing.")
    {
        Add(paths);
        Add(source);
        Add(encoding);
        Add(explain);
        Add(synthetic);
        Add(rejected);
        Add(revoke);
        Add(reason);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var given = call.Arguments.GetValue(paths) ?? [];
        if (call.Arguments.GetValue(revoke) is { } load) return await Revoke(call, load, given, cancel);
        if (given.Length == 0) throw new UsageException("Name the files of one source (with --source SOURCE), or a folder with a sub-folder per source.");
        if (given.FirstOrDefault(path => !path.Exists) is { } absent) throw new UsageException($"There is no file or folder {absent.FullName}.");
        var options = new LoadOptions { Encoding = call.Arguments.GetValue(encoding), Synthetic = call.Arguments.GetValue(synthetic) };

        await using var services = Composition.Open(call.Settings);
        var loader = services.GetRequiredService<Loader>();
        if (call.Arguments.GetValue(explain)) return await Explain(loader, call.Arguments.GetValue(source), given, options, call.Terminal, cancel);
        // Before anything is loaded: the name may be wrong for what the rows are.
        using var rows = call.Arguments.GetValue(rejected) is { } file ? await RejectedRowsFile.Write(loader, call.Arguments.GetValue(source), given, options, file, cancel) : null;
        var report = call.Arguments.GetValue(source) is { } name
            ? await Files(loader, name, given, options, call.Terminal, cancel)
            : await Folder(loader, given, options, call.Terminal, cancel);
        Say(report, call.Terminal);
        rows?.Keep(call.Terminal);
        return new Outcome(report.Failed ? ExitCode.LoadRefused : ExitCode.Ok, report);
    }

    async Task<Outcome> Revoke(Call call, int load, FileSystemInfo[] given, CancellationToken cancel)
    {
        if (given.Length > 0) throw new UsageException("--revoke takes the number of a load and no files.");
        if (call.Arguments.GetValue(reason) is not { } why || string.IsNullOrWhiteSpace(why)) throw new UsageException("Say why the load is withdrawn: --reason TEXT.");
        await using var services = Composition.Open(call.Settings);
        try
        {
            var report = await services.GetRequiredService<Loader>().Revoke(load, why, cancel);
            call.Terminal.Say(report.AlreadyRevoked
                ? $"load {load} ({report.Source}/{report.File}) was withdrawn before; nothing to do"
                : $"load {load} ({report.Source}/{report.File}) withdrawn: {report.RowsRevoked} rows are no longer current, {report.RowsRestored} earlier versions are again; dca compute brings the figures up to date");
            return new Outcome(ExitCode.Ok, report);
        }
        catch (UnknownLoadException e)
        {
            throw new UsageException(e.Message);
        }
    }

    internal static Task<FolderReport> Folder(Loader loader, string folder, Terminal terminal, CancellationToken cancel) =>
        new ProgressDisplay(terminal).Show(steps => loader.LoadFolder(folder, LoadOptions.Default, new Forwarded(steps), cancel));

    static async Task<Outcome> Explain(Loader loader, string? source, FileSystemInfo[] given, LoadOptions options, Terminal terminal, CancellationToken cancel)
    {
        if (given is not [FileInfo file]) throw new UsageException("--explain takes one file.");
        var explanation = await loader.Explain(file.FullName, source, options, cancel);
        foreach (var part in explanation.Parts.DefaultIfEmpty(explanation)) Say(part, file.Name, terminal);
        var expected = explanation.Expected;
        var refused = expected.Refused;
        terminal.Say(expected.Outcome == LoadOutcome.Failed ? "Loading it would be refused" : $"Loading it would read {expected.RowsRead} rows = {expected.RowsAccepted} accepted + {expected.RowsRejected} rejected");
        return new Outcome(refused ? ExitCode.LoadRefused : ExitCode.Ok, explanation);
    }

    static void Say(Explanation explanation, string file, Terminal terminal)
    {
        var expected = explanation.Expected;
        var name = expected.Part.Length == 0 ? file : $"{file}: {expected.Part}";
        terminal.Say($"{name}: {(explanation.Source.Length == 0 ? "suits no source" : $"source {explanation.Source}, {expected.Format}, header version {expected.HeaderVersion}")}");
        if (explanation.Encoding.Length > 0)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"encoding {explanation.Encoding}, confidence {explanation.EncodingConfidence:0.00}: {explanation.EncodingEvidence}"));
        foreach (var column in explanation.Columns)
            terminal.Say($"  {column.Head} → {column.Column} ({column.Zh}, {column.Type}{(column.Factor == 1 ? "" : $", times {column.Factor}")})");
        foreach (var unknown in expected.UnknownColumns) terminal.Say($"  {unknown} → not known, not read");
        foreach (var count in expected.Rejections) terminal.Say($"  {count.Severity} {count.Rule} {count.Column}: {count.Rows} rows");
        foreach (var issue in expected.Issues.Take(MostIssuesShown)) terminal.Note(issue.En);
    }

    static Task<FolderReport> Folder(Loader loader, FileSystemInfo[] given, LoadOptions options, Terminal terminal, CancellationToken cancel)
    {
        if (given is not [DirectoryInfo folder])
            throw new UsageException("Without --source, name one folder that has a sub-folder per source; with files, say --source SOURCE.");
        return new ProgressDisplay(terminal).Show(steps => loader.LoadFolder(folder.FullName, options, new Forwarded(steps), cancel));
    }

    static async Task<FolderReport> Files(Loader loader, string source, FileSystemInfo[] given, LoadOptions options, Terminal terminal, CancellationToken cancel)
    {
        if (given.OfType<DirectoryInfo>().FirstOrDefault() is { } folder)
            throw new UsageException($"{folder.FullName} is a folder; with --source, name its files.");
        var started = TimeProvider.System.GetTimestamp();
        var reports = await new ProgressDisplay(terminal).Show(async steps =>
        {
            var reports = new List<LoadReport>();
            foreach (var file in given) reports.Add(await loader.Load(source, file.FullName, options, new Forwarded(steps), cancel));
            return reports;
        });
        return new FolderReport(reports, [], options.Synthetic, TimeProvider.System.GetElapsedTime(started));
    }

    static void Say(FolderReport report, Terminal terminal)
    {
        foreach (var file in report.Files)
        {
            terminal.Say(file.Outcome switch
            {
                LoadOutcome.AlreadyLoaded => $"{file.Source}/{file.File}: already loaded, 0 new rows",
                LoadOutcome.Failed => $"{file.Source}/{file.File}: refused, nothing of it was kept",
                _ => $"{file.Source}/{file.File}: {file.RowsRead} rows read = {file.RowsAccepted} accepted + {file.RowsRejected} rejected ({file.Encoding}, {file.HeaderVersion}; load {file.LoadId})",
            });
            foreach (var part in file.Parts) terminal.Say($"  {part.Part}: {(part.Outcome == LoadOutcome.Failed ? "refused" : $"{part.RowsRead} rows read")}");
            foreach (var sheet in file.SheetsNotRead) terminal.Say($"  sheet {sheet}: no table of {file.Source}, not read");
            foreach (var count in file.Rejections) terminal.Say($"  {count.Severity} {count.Rule} {count.Column}: {count.Rows} rows");
        }
        var issues = report.Issues.Concat(report.Files.SelectMany(file => file.Issues)).ToList();
        foreach (var issue in issues.Take(MostIssuesShown)) terminal.Note(issue.En);
        if (issues.Count > MostIssuesShown) terminal.Note($"… and {issues.Count - MostIssuesShown} more; --json lists all.");
        terminal.Say(Sum(report));
    }

    internal static string Sum(FolderReport report)
    {
        var loaded = report.Files.Where(file => file.Outcome == LoadOutcome.Loaded).ToList();
        return $"{report.Files.Count} files: {loaded.Count} loaded, {report.Files.Count(file => file.Outcome == LoadOutcome.AlreadyLoaded)} already there, "
            + $"{report.Files.Count(file => file.Outcome == LoadOutcome.Failed)} refused; {loaded.Sum(file => file.RowsRead)} rows read = "
            + $"{loaded.Sum(file => file.RowsAccepted)} accepted + {loaded.Sum(file => file.RowsRejected)} rejected; {loaded.Sum(file => file.NewRows)} new rows"
            + (report.Synthetic ? $" ({ReleaseExport.SyntheticMark})" : "");
    }

    sealed class Forwarded(IProgress<Step> steps) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => steps.Report(new Step(
            $"{value.Source}/{value.File}", value.Bytes, value.TotalBytes,
            Detail(value)));
    }

    internal static string Detail(LoadProgress value) => string.Create(CultureInfo.InvariantCulture, $"{value.Stage}, {value.Rows} rows")
        + (value.MegabytesPerSecond is { } rate ? string.Create(CultureInfo.InvariantCulture, $", {rate:0} MB/s") : "")
        + (value.Remaining is { } left ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(left.TotalSeconds):0} s left") : "");
}

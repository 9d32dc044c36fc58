using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary>The file of rejected rows that a load is asked for: written before it under another name, and kept when it is done.</summary>
sealed class RejectedRowsFile : IDisposable
{
    static readonly string[] NotText = ["xlsx", "xls", "xlsm", "et", "ods", "zip"];

    readonly FileInfo file;
    readonly string unfinished;
    readonly RejectedFile written;

    RejectedRowsFile(FileInfo file, string unfinished, RejectedFile written)
    {
        this.file = file;
        this.unfinished = unfinished;
        this.written = written;
    }

    /// <exception cref="UsageException">The file's name has the ending of another kind than the rows are.</exception>
    public static async Task<RejectedRowsFile> Write(Loader loader, string? source, FileSystemInfo[] given, LoadOptions options, FileInfo file, CancellationToken cancel)
    {
        if (source is null || given is not [FileInfo sent]) throw new UsageException("--rejected goes with --source and one file.");
        var ending = file.Extension.TrimStart('.').ToLowerInvariant();
        var unfinished = file.FullName + ".part";
        var done = false;
        try
        {
            RejectedFile written;
            await using (var content = new FileStream(unfinished, FileMode.Create))
                written = await loader.WriteRejected(source, sent.FullName, options, content, asWorkbook: ending == "xlsx", cancel);
            if (written.Rows > 0 && ending != written.Ending && (written.Ending != "csv" || NotText.Contains(ending)))
                throw new UsageException($"{file.Name} cannot hold the rejected rows of {sent.Name}, which are a {written.Ending} file; write --rejected {Path.ChangeExtension(file.Name, written.Ending)}. Nothing was loaded.");
            done = true;
            return new RejectedRowsFile(file, unfinished, written);
        }
        finally
        {
            if (!done) File.Delete(unfinished);
        }
    }

    public void Keep(Terminal terminal)
    {
        if (written.Rows == 0)
        {
            terminal.Say($"No row was rejected; {file.FullName} was not written");
            return;
        }
        File.Move(unfinished, file.FullName, overwrite: true);
        terminal.Say($"{written.Rows} rejected rows written to {file.FullName} ({written.Ending}); correct them and load that file");
    }

    public void Dispose() => File.Delete(unfinished);
}

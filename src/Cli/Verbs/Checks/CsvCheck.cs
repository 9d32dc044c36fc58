using System.CommandLine;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary><c>dca check csv</c>: the product's reader over damaged files whose right content is known.</summary>
sealed class CsvCheck : Verb
{
    readonly Argument<DirectoryInfo> folder = new("DIR") { Description = "Folder of csv/ (the files), parameters/ (their declared layout) and clean/ (what they should say)." };
    readonly Option<DirectoryInfo?> output = new("--out") { Description = "Folder for the accepted rows of each file, as CSV in UTF-8.", HelpName = "OUT" };

    public CsvCheck() : base("csv", "Read damaged CSV files and compare every accepted row with the undamaged one.")
    {
        Add(folder);
        Add(output);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var given = call.Arguments.GetRequiredValue(folder).FullName;
        var files = Directory.Exists(Path.Combine(given, "csv")) ? Directory.GetFiles(Path.Combine(given, "csv")).Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0) throw new UsageException($"There are no files in {Path.Combine(given, "csv")}; expected a folder of csv/, parameters/ and clean/.");
        var verdicts = new List<CsvVerdict>();
        foreach (var file in files)
        {
            var (name, layout) = (Path.GetFileName(file), await Layout.Read(Path.Combine(given, "parameters", Path.GetFileName(file) + "_parameters.json"), cancel));
            var read = layout.Rows(file);
            var verdict = CsvVerdict.Of(name, read, layout.Clean(Path.Combine(given, "clean", name)));
            verdicts.Add(verdict);
            call.Terminal.Say(verdict.ToString());
            if (call.Arguments.GetValue(output) is { } to) Write(Path.Combine(to.FullName, name), layout, read ?? []);
        }
        var wrong = verdicts.Count(verdict => !verdict.Agrees);
        call.Terminal.Say($"{verdicts.Count} files: {verdicts.Count(verdict => verdict.IsExact)} exact, {verdicts.Count(verdict => verdict.Rejected > 0 || verdict.Refused)} with refusals, "
            + $"{wrong} silently wrong; {verdicts.Sum(verdict => verdict.WrongRows)} wrong rows accepted, {verdicts.Sum(verdict => verdict.LostRows)} good rows lost");
        call.Terminal.Say($"{verdicts.Count - wrong} agree, {wrong} differ");
        return new Outcome(wrong == 0 ? ExitCode.Ok : ExitCode.Different, new { agree = verdicts.Count - wrong, differ = wrong, files = verdicts });
    }

    static void Write(string path, Layout layout, IReadOnlyList<DeclaredRow> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var content = new FileStream(path, FileMode.Create);
        using var writer = new DelimitedWriter(content, new UTF8Encoding(false), ',');
        foreach (var row in rows.Select(row => row.Cells).OfType<IReadOnlyList<string>>().Prepend(layout.Names)) writer.Row(row);
    }

    /// <summary>What is declared of a file.</summary>
    sealed record Layout(string Delimiter, string Quote, string Escape, int Preamble, int HeadRecords, int Footnotes, IReadOnlyList<string> Names)
    {
        public static async Task<Layout> Read(string path, CancellationToken cancel)
        {
            if (!File.Exists(path)) throw new UsageException($"There is no {path}, which should say how the file is laid out.");
            using var declared = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancel));
            var root = declared.RootElement;
            return new Layout(
                root.GetProperty("delimiter").GetString()!, root.GetProperty("quotechar").GetString()!, root.GetProperty("escapechar").GetString()!,
                root.GetProperty("preamble_lines").GetInt32(), root.GetProperty("header_lines").GetInt32(), root.GetProperty("footnote_lines").GetInt32(),
                [.. root.GetProperty("column_names").EnumerateArray().Select(name => name.GetString() ?? "")]);
        }

        /// <summary>The rows of the file; null when it is refused as a whole.</summary>
        public IReadOnlyList<DeclaredRow>? Rows(string path)
        {
            // Signs of more than one byte part no cells here; such a file is refused, not guessed at.
            if (Delimiter.Length != 1 || Quote.Length > 1 || Escape.Length > 1 || (Delimiter + Quote + Escape).Any(sign => sign > 0x7F)) return null;
            var quote = Quote.Length == 0 ? (byte)0 : (byte)Quote[0];
            try
            {
                return new DeclaredTable(new Dialect((byte)Delimiter[0], quote, Escape.Length == 0 ? (byte)0 : (byte)Escape[0]), Names.Count) { Preamble = Preamble, HeadRecords = HeadRecords, Footnotes = Footnotes }.Read(path);
            }
            catch (Exception e) when (e is UnreadableFileException or DecoderFallbackException)
            {
                return null;
            }
        }

        public IReadOnlyList<IReadOnlyList<string>> Clean(string path)
        {
            var rows = new DeclaredTable(new Dialect((byte)','), Names.Count) { HeadRecords = 0 }.Read(path).Select(row => row.Cells ?? throw new UsageException($"{path} line {row.Line} has not {Names.Count} cells.")).ToList();
            return rows.Count > 0 && rows[0].SequenceEqual(Names) ? rows[1..] : rows;
        }
    }
}

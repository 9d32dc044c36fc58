using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Cli.Tests.Running;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

/// <summary>The verbs one after another, as the real program, on a synthetic year of two cities.</summary>
public sealed class WholeWayTests(GeneratedSet set) : IClassFixture<GeneratedSet>, IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void Generate_SaysInItsDocumentThatTheDataIsSynthetic()
    {
        var document = set.Generation.Json;

        Assert.Equal(("generate", true, 0), (document.GetProperty("verb").GetString(), document.GetProperty("ok").GetBoolean(), document.GetProperty("exitCode").GetInt32()));
        Assert.Equal("合成数据 / synthetic data", document.GetProperty("result").GetProperty("mark").GetString());
        Assert.True(document.GetProperty("result").GetProperty("report").GetProperty("rows").GetInt64() > 0);
    }

    [Fact]
    public async Task LoadComputeExport_LeadFromFilesToAFileOfFigures()
    {
        var load = await Json("load", set.Path);
        var again = await Json("load", set.Path);
        var compute = await Json("compute");
        var recompute = await Json("compute");
        var export = await Json("export", "--format", "json", "--out", "figures.json", "--indicator", "E05", "E07");
        var verify = await DcaProcess.Run(folder.Path, "verify");
        var figures = JsonDocument.Parse(File.ReadAllText(folder.File("figures.json"))).RootElement.EnumerateArray().ToList();
        var figure = figures.Last(figure => figure.GetProperty("indicator").GetString() == "E05" && figure.GetProperty("value").ValueKind == JsonValueKind.Number);
        var id = $"E05::{figure.GetProperty("area_code")}:{figure.GetProperty("period")}";
        var fromArchive = await Json("recompute", id);

        var files = load.GetProperty("files").EnumerateArray().ToList();
        Assert.All(files, file => Assert.Equal("loaded", file.GetProperty("outcome").GetString()));
        Assert.All(files, file => Assert.Equal(
            file.GetProperty("rowsRead").GetInt64(), file.GetProperty("rowsAccepted").GetInt64() + file.GetProperty("rowsRejected").GetInt64()));
        Assert.All(again.GetProperty("files").EnumerateArray(), file => Assert.Equal(0, file.GetProperty("newRows").GetInt64()));
        Assert.True(compute.GetProperty("isNew").GetBoolean());
        Assert.False(recompute.GetProperty("isNew").GetBoolean());
        Assert.Equal(compute.GetProperty("release").GetString(), recompute.GetProperty("release").GetString());
        Assert.Equal(export.GetProperty("figures").GetInt64(), figures.Count);
        Assert.Equal(["E05", "E07"], figures.Select(figure => figure.GetProperty("indicator").GetString()).Distinct());
        Assert.All(figures, figure => Assert.Equal("合成数据 / synthetic data", figure.GetProperty("mark").GetString()));
        Assert.Equal((id, true), (fromArchive.GetProperty("figure").GetString(), fromArchive.GetProperty("evidence").GetProperty("reproduces").GetBoolean()));
        Assert.All(fromArchive.GetProperty("evidence").GetProperty("sources").EnumerateArray(), source => Assert.Equal(
            source.GetProperty("read").GetInt64(), source.GetProperty("used").GetInt64() + source.GetProperty("setAside").EnumerateArray().Sum(rows => rows.GetProperty("rows").GetInt64())));
        Assert.Equal((0, "5 statements hold, 0 do not"), (verify.ExitCode, verify.LastLine));
    }

    [Fact]
    public async Task Recompute_GivesAFigureAsItStood_AfterItsLoadIsWithdrawn()
    {
        string[] Files(string source) => [.. Directory.GetFiles(Path.Combine(set.Path, "files", source)).Order(StringComparer.Ordinal)];
        await Json(["load", "--source", "area", "--synthetic", .. Files("area")]);
        var load = (await Json("load", "--source", "service_rating", "--synthetic", Files("service_rating")[0])).GetProperty("files")[0].GetProperty("loadId").GetInt32();
        var first = (await Json("compute")).GetProperty("release").GetString()!;
        var between = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await Json("export", "--format", "json", "--out", "figures.json", "--indicator", "C07");
        var figure = JsonDocument.Parse(File.ReadAllText(folder.File("figures.json"))).RootElement.EnumerateArray().First(figure => figure.GetProperty("value").ValueKind == JsonValueKind.Number);
        var id = $"C07:{figure.GetProperty("variant")}:{figure.GetProperty("area_code")}:{figure.GetProperty("period")}";
        await Json("load", "--revoke", $"{load}", "--reason", "sent twice");
        await Json("compute");

        var then = await Json("recompute", id, "--as-of", between);
        var named = await Json("recompute", id, "--release", first);
        var now = await DcaProcess.Run(folder.Path, "recompute", id);
        var tooEarly = await DcaProcess.Run(folder.Path, "recompute", id, "--as-of", "2000-01-01T00:00:00Z");

        Assert.All([then, named], answer => Assert.Equal((first, true), (answer.GetProperty("release").GetString(), answer.GetProperty("evidence").GetProperty("reproduces").GetBoolean())));
        Assert.Contains($"holds no figure {id}", now.Error, StringComparison.Ordinal);
        Assert.Contains($"No release of 2000-01-01T00:00:00Z is kept; the oldest that is, {first}, was published at", tooEarly.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_NamesTheNearestIndicator_AndSaysWhenThereIsNoRelease()
    {
        var none = await DcaProcess.Run(folder.Path, "export", "--out", "x.csv");
        await Json("load", set.Path);
        await Json("compute");
        var unknown = await DcaProcess.Run(folder.Path, "export", "--out", "x.csv", "--indicator", "E55");
        var csv = await Json("export", "--out", "x.csv");

        Assert.Equal(5, none.ExitCode);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("'E55' (did you mean 'E05'?)", unknown.Error, StringComparison.Ordinal);
        var lines = File.ReadAllLines(folder.File("x.csv"));
        Assert.Equal(csv.GetProperty("figures").GetInt64(), lines.Length - 1);
        Assert.StartsWith("indicator,indicator_name,variant,area_code,area_name,", lines[0], StringComparison.Ordinal);
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, File.ReadAllBytes(folder.File("x.csv"))[..3]);
    }

    [Fact]
    public async Task VerifyGenerated_FindsEveryFigureAndFaultOfTheTruth_AndReportsAFlippedOne()
    {
        var equal = await DcaProcess.Run(folder.Path, "verify", "--generated", set.Path);
        var copy = set.CopyInto(folder);
        var truth = Path.Combine(copy, "truth", "observations.csv");
        var lines = File.ReadAllLines(truth);
        var flipped = Array.FindIndex(lines, line => line.StartsWith("E05,,", StringComparison.Ordinal) && line.EndsWith(",normal", StringComparison.Ordinal));
        var cells = lines[flipped].Split(',');
        cells[8] = cells[8] == "0.01" ? "0.02" : "0.01";
        lines[flipped] = string.Join(',', cells);
        File.WriteAllLines(truth, lines);
        var differs = await DcaProcess.Run(folder.Path, "verify", "--generated", copy);

        Assert.Equal(0, equal.ExitCode);
        Assert.Matches("^[1-9][0-9]* figures equal, 0 differ; [1-9][0-9]* rejection counts equal, 0 differ$", equal.LastLine);
        Assert.Equal(1, differs.ExitCode);
        Assert.StartsWith($"E05::{cells[2]}:{cells[3]} value: expected 0.0", differs.Output, StringComparison.Ordinal);
        Assert.Contains(" figures equal, 1 differ;", differs.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_EndsWithThree_WhenAFileIsRefused()
    {
        folder.Write("strange.csv", "a,b\n1,2\n");

        var result = await DcaProcess.Run(folder.Path, "load", "--source", "job_postings", "strange.csv");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("refused, nothing of it was kept", result.Output, StringComparison.Ordinal);
        Assert.Contains("No head of job_postings was recognised", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadExplain_SaysWhatLoadingWouldFind_AndLoadsNothing()
    {
        folder.Write("ratings.csv", "评价编号,办件编号,评价等级,评价来源,评价时间,所属区划,备考\nR1,C1,5,1,2024-01-02 09:00:00,130200,x\nR2,C2,9,1,2024-01-02 09:00:00,130200,x\n");

        var explained = await DcaProcess.Run(folder.Path, "load", "--explain", "ratings.csv");
        var loaded = await Json("load", "--source", "service_rating", "ratings.csv");

        Assert.StartsWith("ratings.csv: source service_rating, csv, header version zh", explained.Output, StringComparison.Ordinal);
        Assert.Contains("  评价等级 → level (评价等级, code)", explained.Output, StringComparison.Ordinal);
        Assert.Contains("  备考 → not known, not read", explained.Output, StringComparison.Ordinal);
        Assert.Equal("Loading it would read 2 rows = 1 accepted + 1 rejected", explained.LastLine);
        Assert.Equal(1, loaded.GetProperty("files")[0].GetProperty("newRows").GetInt64());
    }

    [Theory]
    [InlineData("There is no file or folder", "load", "absent")]
    [InlineData("job_postings", "load", "--source", "job_posting", "strange.csv")]
    [InlineData("is not empty", "generate", "--out", ".")]
    [InlineData("expected a folder written by `dca generate`", "verify", "--generated", ".")]
    public async Task Verbs_EndWithTwo_WhenTheCallCannotBeMeant(string expected, params string[] arguments)
    {
        folder.Write("strange.csv", "a,b\n1,2\n");

        var result = await DcaProcess.Run(folder.Path, arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_EndWithFour_WhenAnotherProcessHasTheWarehouse()
    {
        using var held = WarehouseDatabase.Open(new WarehouseOptions { Folder = folder.File("data/warehouse"), MemoryMiB = 256 });

        var result = await DcaProcess.Run(folder.Path, "compute", "--json");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("open in another process", result.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    async Task<JsonElement> Json(params string[] arguments)
    {
        var result = await DcaProcess.Run(folder.Path, [.. arguments, "--json"]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Json.GetProperty("result");
    }
}

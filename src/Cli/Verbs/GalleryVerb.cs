using System.CommandLine;
using System.Security.Cryptography;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Cli.Demo;
using DemoCityAnalytics.Cli.Gallery;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca gallery</c>: pictures of every page and chart of the demo, for looking at them.</summary>
sealed class GalleryVerb : Verb
{
    static readonly (Look Look, string Language)[] Looks =
        [(new("zh-desk", 1280, false), "zh"), (new("zh-telephone", 360, false), "zh"), (new("en-desk-dark", 1280, true), "en"), (new("en-telephone-dark", 360, true), "en")];

    readonly Argument<DirectoryInfo> target = new("DIR") { Description = "Folder for the pictures." };
    readonly Option<DirectoryInfo> demo = new("--demo") { Description = "The demo's folder; the demo is made there when it is not yet.", HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo("data/demo") };
    readonly Option<string?> only = new("--only") { Description = "Only pages and charts whose name begins so.", HelpName = "NAME" };

    public GalleryVerb() : base("gallery", "Take pictures of every page and chart of the demo (合成数据), on a desk and a telephone, light and dark, in both languages.")
    {
        Add(target);
        Add(demo);
        Add(only);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(call.Arguments.GetRequiredValue(target).FullName).FullName;
        var kept = new DemoFolder(call.Arguments.GetRequiredValue(demo).FullName);
        var settings = kept.Settings(call.Settings).With(("Api:Listen", "http://127.0.0.1:0"), ("Access:RequestsPerMinute", "0"));
        await DemoRun.Through(kept, settings, call.Terminal, cancel);

        var (secret, release) = (RandomNumberGenerator.GetHexString(32), new ReleaseStore(settings.Get<WarehouseOptions>()).Current()!);
        await using var app = Hosts.Portal(OfficeDoor.WithKeys(settings, release.Cities, secret), withJobs: false);
        if (app.Services.GetRequiredService<PdfPrinter>().Program is not { } browser) throw new UsageException("Pictures need Chromium; none was found on the PATH (Api:Chromium names another).");
        await app.StartAsync(cancel);
        using var site = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var camera = new Camera(browser);
        var (pages, charts) = await GalleryPages.Of(site, cancel);
        var start = call.Arguments.GetValue(only) ?? "";
        var taken = new List<string>();

        string Next(string name)
        {
            taken.Add(name + ".png");
            call.Terminal.Note(name);
            return Path.Combine(folder, name + ".png");
        }
        foreach (var (name, address) in pages.Where(x => x.Name.StartsWith(start, StringComparison.Ordinal)))
            foreach (var (look, language) in Looks)
                await camera.Take($"{site.BaseAddress}{address.TrimStart('/')}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}", look, Next($"{name}.{look.Name}"), cancel);
        using var door = new OfficeDoor(site, secret);
        foreach (var (name, office, address) in (await GalleryPages.OfOffices(door, cancel)).Where(x => x.Name.StartsWith(start, StringComparison.Ordinal)))
            foreach (var (look, language) in Looks)
                await camera.Take(await door.Copy(office, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}", cancel), look, Next($"{name}.{look.Name}"), cancel);
        foreach (var (name, address) in charts.Where(x => x.Name.StartsWith(start, StringComparison.Ordinal)))
            foreach (var language in new[] { "zh", "en" })
                await File.WriteAllBytesAsync(Next($"{name}.{language}"), await site.GetByteArrayAsync($"{address}&lang={language}", cancel), cancel);
        await app.StopAsync(cancel);
        call.Terminal.Say($"{taken.Count} pictures in {folder}");
        return Outcome.Done(new { folder, pictures = taken });
    }
}

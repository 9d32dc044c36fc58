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
    static readonly Look[] Looks =
        [new("zh-desk", "zh", 1280), new("zh-telephone", "zh", 360), new("en-desk-dark", "en", 1280, Dark: true), new("en-telephone-dark", "en", 360, Dark: true)];

    static readonly Look Paper = new("zh-paper", "zh", 1040, OnPaper: true);

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

        // The pictures are taken of a copy: files are sent to it, and the demo stays as it is.
        using var copy = new DemoCopy(kept);
        settings = copy.Settings(settings);
        var (secret, release) = (RandomNumberGenerator.GetHexString(32), new ReleaseStore(settings.Get<WarehouseOptions>()).Current()!);
        await using var app = Hosts.Portal(OfficeDoor.WithKeys(settings, release.Cities, secret), withJobs: true);
        if (app.Services.GetRequiredService<PdfPrinter>().Program is not { } browser) throw new UsageException("Pictures need Chromium; none was found on the PATH (Api:Chromium names another).");
        await app.StartAsync(cancel);
        using var site = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var camera = new Camera(browser, site.BaseAddress);
        var door = new OfficeDoor(site, secret);
        var (pages, charts) = await GalleryPages.Of(door, cancel);
        var start = call.Arguments.GetValue(only) ?? "";
        var taken = new List<string>();

        string Next(string name)
        {
            taken.Add(name + ".png");
            call.Terminal.Note(name);
            return Path.Combine(folder, name + ".png");
        }
        async Task Show(IEnumerable<GalleryPage> shown)
        {
            foreach (var page in shown.Where(x => x.Name.StartsWith(start, StringComparison.Ordinal)))
                foreach (var look in page.OnPaper ? Looks.Append(Paper) : Looks)
                    foreach (var (part, i) in (await camera.Take(page, look, page.Office is null ? null : door.Key(page.Office), cancel)).Select((part, i) => (part, i)))
                        await File.WriteAllBytesAsync(Next(i == 0 ? $"{page.Name}.{look.Name}" : $"{page.Name}.{look.Name}.{i + 1}"), part, cancel);
        }
        await Show(pages);
        await Show(await GalleryPages.OfOffices(door, cancel));
        foreach (var (name, address) in charts.Where(x => x.Name.StartsWith(start, StringComparison.Ordinal)))
            foreach (var language in new[] { "zh", "en" })
                await File.WriteAllBytesAsync(Next($"{name}.{language}"), await site.GetByteArrayAsync($"{address}&lang={language}", cancel), cancel);
        if (GalleryPages.Uploads.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(GalleryPages.Uploads, StringComparison.Ordinal)) await Show(await GalleryPages.OfUpload(door, cancel));
        await app.StopAsync(cancel);
        call.Terminal.Say($"{taken.Count} pictures in {folder}");
        return Outcome.Done(new { folder, pictures = taken });
    }
}

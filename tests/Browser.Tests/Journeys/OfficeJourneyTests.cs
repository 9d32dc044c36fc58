using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Browser.Tests.Setup;
using DemoCityAnalytics.Cli.Tests.Running;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>Journeys of a province, the public and an auditor through one round.</summary>
public sealed class OfficeJourneyTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    const string Round = "/rounds/" + RoundSite.Round;

    /// <summary>W5, W11 and W10: ranked, recommended, made public, objected to; and the whole round checked by one command.</summary>
    [ChromiumFact]
    public async Task Province_Recommends_TheCitizenObjects_TheAuditorVerifies()
    {
        await using var site = await RoundSite.Start();
        await ProgrammeScript.Apply(site);
        await ProgrammeScript.Create(site);
        await ProgrammeScript.Freeze(site);
        await ProgrammeScript.Review(site);

        var province = new Keyboard(await site.LogIn(chromium, "hebei", $"/provinces/130000/ranking?round={RoundSite.Round}"));
        await Assertions.Expect(province.Page.Locator("tr.line")).ToContainTextAsync("1");
        await province.Follow("form[action='?handler=Recommend'] button");
        var paper = await province.Download("a[href$='recommendation.docx']");
        JourneyLog.Note(output, "W5", $"{province.Clicks} clicks", "5 clicks");
        Assert.InRange(province.Clicks, 1, 5);
        using (var document = WordprocessingDocument.Open(paper, isEditable: false)) Assert.Empty(new OpenXmlValidator().Validate(document));
        await province.Follow("form[action='?handler=Publicise'] button");

        var visit = await Visit.Start(chromium.Browser, site.Site.Address, 360);
        var citizen = new Keyboard(visit);
        await visit.Open($"{Round}/publicity");
        await citizen.Type("#subject", "网点数量存疑");
        await citizen.Type("#text", "两处网点已停止服务。");
        await citizen.Follow("form[action='?handler=Object'] button");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("2024-R1-13-001");
        JourneyLog.Note(output, "W11", $"{citizen.Clicks} clicks, 360 px, no account", "360 px, no account");

        using var folder = new TemporaryFolder();
        var archive = folder.File("round.zip");
        await File.WriteAllBytesAsync(archive, await site.As("ministry-1").Bytes("/archive.zip"));
        var auditor = await site.LogIn(chromium, "ministry-1", $"{Round}/cities/130100");
        var printed = await auditor.Page.Locator("dl.facts .code").Nth(1).InnerTextAsync();
        Assert.Matches("^([0-9a-f]{4} ){3}[0-9a-f]{4}$", printed);
        var verified = await DcaProcess.Run(folder.Path, "verify", archive, "--checksum", printed);
        var other = await DcaProcess.Run(folder.Path, "verify", archive, "--checksum", "0000 0000 0000 0000");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains("these are not the figures of that paper", other.Output, StringComparison.Ordinal);
        JourneyLog.Note(output, "W10", "1 command", "1 command");
    }
}

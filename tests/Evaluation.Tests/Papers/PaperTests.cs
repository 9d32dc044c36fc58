using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Papers;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Warehouse.Calendar;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DemoCityAnalytics.Evaluation.Tests.Papers;

public sealed class PaperTests
{
    static readonly RuleSet Rules = RuleSet.Illustrative();
    static readonly SyntheticNation Nation = new();

    public static TheoryData<string> All => ["application", "score", "recommendation"];

    [Theory]
    [MemberData(nameof(All))]
    public void Paper_IsValidAndLaidOutAsAnOfficialOne(string paper)
    {
        var file = Paper(paper);
        if (Environment.GetEnvironmentVariable("DCA_PAPERS") is { } folder) File.WriteAllBytes(Path.Combine(folder, $"{paper}.docx"), file);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));

        var section = document.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        var (margin, grid) = (section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
        static double Millimetres(double twips) => Math.Round(twips / 56.6929, 0, MidpointRounding.AwayFromZero);
        Assert.Equal((37d, 35d, 28d, 26d), (Millimetres(margin.Top!), Millimetres(margin.Bottom!), Millimetres(margin.Left!), Millimetres(margin.Right!)));
        Assert.Equal(22, (16838 - margin.Top! - margin.Bottom!) / grid.LinePitch!);
        Assert.Equal(28, (int)((11906 - (int)margin.Left!.Value - (int)margin.Right!.Value) / 20d / (16 + Spacing(document) / 20d)));
    }

    /// <summary>Of the first run in 三号, in twentieths of a point.</summary>
    static int Spacing(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Descendants<RunProperties>()
        .First(run => run.FontSize?.Val == "32").GetFirstChild<Spacing>()!.Val!.Value;

    [Fact]
    public void Tables_RepeatTheirHead()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Paper("score")), isEditable: false);
        Assert.Single(document.MainDocumentPart!.Document!.Descendants<TableHeader>());
    }

    /// <summary>One paper, two forms: what the Word file says the printed page says, in the same order.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void PrintedPage_SaysWhatTheWordFileSays(string paper)
    {
        var written = Written(paper);
        using var document = WordprocessingDocument.Open(new MemoryStream(written.Docx()), isEditable: false);
        var word = string.Concat(document.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text));
        var html = written.Html([]);
        var page = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html[html.IndexOf("<body>", StringComparison.Ordinal)..], "<[^>]+>|\n", ""));

        Assert.Equal(word.Replace(" ", "", StringComparison.Ordinal), page.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Application_SaysWhatTheFormHas()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Paper("application")), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;

        foreach (var expected in new[] { "全国公共就业创业服务示范城市创建申报表", "河北省示例市1", "城镇登记失业率控制在3.80%以内", "≤3.8%", "≥96%", "申报城市人力资源社会保障局（盖章）", "省级人力资源社会保障厅（局）（盖章）" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_IsLabelledIllustrativeAndSynthetic()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Paper("score")), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;

        Assert.Contains("示例规则（非官方）", text, StringComparison.Ordinal);
        Assert.Contains("合成数据", text, StringComparison.Ordinal);
    }

    static byte[] Paper(string paper) => Written(paper).Docx();

    static OfficialDocument Written(string paper)
    {
        var province = Nation.Provinces.Single(x => x.Divisions.Name == "河北省");
        var frozen = FrozenFigures.Take(new SyntheticFigures(Rules, Nation.Cities, "papers"), Rules, province.Cities.Select(city => city.Code), new Month(2027, 12));
        var manual = Rules.Evidence.ToDictionary(item => item.Id, item => new ManualScore(item.Score is null ? item.Points / 2 : 1, "查阅材料并实地核对"));
        var scores = province.Cities.Select(city => CityScore.Of(Rules, frozen, city.Code, manual)).ToList();
        return paper switch
        {
            "application" => ApplicationPaper.Of(SyntheticNation.Form(province.Cities[0], new DateOnly(2026, 3, 2)) with { CityConfirmedOn = new DateOnly(2026, 3, 2) }),
            "score" => ScorePaper.Of(province.Cities[0].Name, "2026年第一批", frozen.Release, frozen.Synthetic, Rules, CityScore.Of(Rules, frozen, province.Cities[0].Code),
                new Dictionary<ScoreColumn, CityScore> { [ScoreColumn.Self] = CityScore.Of(Rules, frozen, province.Cities[0].Code), [ScoreColumn.Province] = scores[0] },
                Rules.Evidence.ToDictionary(item => item.Id, item => item.Name.Zh), Rules.Evidence.ToDictionary(item => item.Id, item => item.Papers.Count)),
            _ => RecommendationPaper.Of("河北省", new DateOnly(2028, 1, 20), Rules, Ranking.Of(Rules, scores, 2), province.Cities.ToDictionary(city => city.Code, city => city.Name),
                [.. Ranking.Of(Rules, scores, 2).Take(2).Select(city => city.City)], 2, synthetic: true),
        };
    }
}

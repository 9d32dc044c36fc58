using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Tests.Definitions;

public sealed class IndicatorCatalogueTests
{
    const string Header = """
        /*---
        id: E99_try
        version: 1
        name: { zh: 试, en: Try }
        definition: { zh: 试, en: Try }
        formula_text: a ÷ b
        clauses: [S5.3]
        basis: 自拟
        status: Construct
        unit: "%"
        decimals: 2
        better: None
        formula: Ratio
        frequencies: [Month]
        parts: { openings: Flow, seekers: Flow }
        numerator: openings
        denominator: seekers
        ---*/
        SELECT origin, area_code, month, openings_new AS openings, seekers_new AS seekers FROM mart.labour_market
        """;

    [Fact]
    public void BuiltIn_HoldsTheWholeCatalogue()
    {
        var rows = CatalogueStatus.Rows(IndicatorCatalogue.BuiltIn());

        Assert.Equal(68, rows.Count);
        Assert.All(rows, row => Assert.True(row.Definition is not null, $"{row.Code} {row.Name} has no definition."));
        // Beside the catalogue: outputs of models, and the grouped tables of the quarterly report.
        Assert.Equal(["M01", "M02", "M03", "M04", "M05", "R01", "R02"], IndicatorCatalogue.BuiltIn().Indicators.Select(x => x.Code).Except(rows.Select(x => x.Code)));
        Assert.Equal(62, rows.Count(x => x.Clauses.All(clause => clause.StartsWith('S'))));
        Assert.All(rows, row => Assert.Equal((row.Code, row.Unit, row.Decimals), (row.Code, row.Definition!.Header.Unit, row.Definition.Header.Decimals)));
        Assert.All(rows, row => Assert.Equal(row.Clauses.Order(), row.Definition!.Header.Clauses.Order()));
    }

    [Fact]
    public void Parameters_AreReadByADefinitionEach()
    {
        var catalogue = IndicatorCatalogue.BuiltIn();

        Assert.All(catalogue.Parameters, parameter => Assert.Contains(catalogue.Marts, mart => mart.Sql.Contains($"param.{parameter.Header.Parameter}", StringComparison.Ordinal)));
        Assert.All(catalogue.Parameters.SelectMany(x => x.Header.UsedBy), code => Assert.NotNull(catalogue.Find(code)));
    }

    [Theory]
    [InlineData("effective_from: 2023-01", "effective_from: 2023-01-01", "effective_from is '2023-01-01', expected a month as in 2023-01.")]
    [InlineData("value: 10", "by_area: { 130000: 1 }, value: 10", "the value of 2023-01 needs either 'value' or 'by_area'.")]
    [InlineData("parameter: days", "parameter: day", "parameter is 'day', expected the file's name 'days'.")]
    public void Parameter_NamesTheMistake(string text, string mistake, string message)
    {
        const string Yaml = "parameter: days\nname: { zh: 天数, en: Days }\nunit: 天\nused_by: [B01]\nvalues:\n  - { effective_from: 2023-01, value: 10, source: 自拟 }\n";

        var e = Assert.Throws<DefinitionException>(() => ParameterDefinition.Read(new("Parameters/days.yaml", Yaml.Replace(text, mistake, StringComparison.Ordinal))));

        Assert.Contains(e.Issues, issue => issue.Message == message);
    }

    [Fact]
    public void Parameter_HoldsUntilTheNextValue()
    {
        const string Yaml = "parameter: days\nname: { zh: 天数, en: Days }\nunit: 天\nused_by: [B01]\nvalues:\n  - { effective_from: 2024-07, value: 5, source: 新规 }\n  - { effective_from: 2023-01, value: 10, source: 旧规 }\n";

        var rows = ParameterDefinition.Read(new("Parameters/days.yaml", Yaml)).Rows().Select(x => $"{x.Value} {x.First} {x.Next}");

        Assert.Equal(["10 2023-01 2024-07", "5 2024-07 9999-12"], rows);
    }

    [Fact]
    public void Find_TakesCodeOrIdInAnyCase()
    {
        var catalogue = IndicatorCatalogue.BuiltIn();

        Assert.Same(catalogue.Find("e05"), catalogue.Find("E05_registered_urban_unemployment_rate"));
        Assert.Null(catalogue.Find("E99"));
        Assert.Equal("E07_openings_to_seekers_ratio", catalogue.Nearest("E07_openings_to_seeker_ratio"));
    }

    [Fact]
    public void Sources_ComeFromTheMartsThatTheSqlReads() => Assert.Equal(
        ["labour_stock", "unemployment_registration"], IndicatorCatalogue.BuiltIn().Find("E05")!.Sources);

    [Theory]
    [InlineData("unit: \"%\"", "unitt: \"%\"", 10, "unknown key 'unitt' (did you mean 'unit'?).")]
    [InlineData("id: E99_try", "id: E99_tried", 2, "id is 'E99_tried', expected the file's name 'E99_try'.")]
    [InlineData("numerator: openings", "numerator: opening", 16, "'opening' is not one of the parts (did you mean 'openings'?).")]
    [InlineData("denominator: seekers", "denominator: seekers +", 17, "'seekers +' ends without a part.")]
    [InlineData("clauses: [S5.3]", "clauses: [S6.1]", 7, "expected clauses of the notice, S1.1 to S5.5.")]
    [InlineData("denominator: seekers\n", "", 1, "Ratio needs a denominator.")]
    [InlineData("formula: Ratio", "formula: Forecast", 1, "Forecast needs the model that it is of.")]
    [InlineData("status: Construct", "status: Construct\nmodel: { name: forecast, ahead: 12 }", 10, "Ratio is no formula of a model's output, expected Forecast.")]
    [InlineData("mart.labour_market", "mart.labor_market", 2, "the SQL reads mart.labor_market, which is not a mart (did you mean 'labour_market'?).")]
    [InlineData("frequencies: [Month]", "frequencies: [Month]\ndimensions: [occupation]", 1, "the members of 'occupation' are not stated.")]
    [InlineData("frequencies: [Month]", "frequencies: [Month]\nconvention: plain", 15, "Ratio knows no conventions.")]
    public void Read_NamesFileLineAndMistake(string text, string mistake, int line, string message)
    {
        var wrong = Header.Replace(text, mistake, StringComparison.Ordinal);
        Assert.NotEqual(Header, wrong);

        var e = Assert.Throws<DefinitionException>(() => Read(wrong));

        Assert.Contains(new DefinitionIssue("Indicators/E99_try.sql", line, message), e.Issues);
    }

    [Fact]
    public void Read_ListsEveryIssueOfEveryFile()
    {
        var e = Assert.Throws<DefinitionException>(() => IndicatorCatalogue.Read([], [new("Indicators/E98_a.sql", "SELECT 1"), new("Indicators/E99_b.sql", "SELECT 2")]));

        Assert.Equal(["Indicators/E98_a.sql", "Indicators/E99_b.sql"], e.Issues.Select(x => x.File));
    }

    [Fact]
    public void Hash_IsTheSameForOtherLineEnds()
    {
        Assert.Equal(Read(Header).Hash, Read(Header.Replace("\n", "\r\n", StringComparison.Ordinal)).Hash);
        Assert.NotEqual(Read(Header).Hash, Read(Header + "\n-- changed").Hash);
    }

    [Fact]
    public void WithFolder_AddsAndReplacesDefinitions()
    {
        var folder = Directory.CreateTempSubdirectory("dca-definitions-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "Indicators"));
        File.WriteAllText(Path.Combine(folder, "Indicators", "E99_try.sql"), Header);
        var shipped = IndicatorCatalogue.BuiltIn();

        var catalogue = IndicatorCatalogue.WithFolder(folder);

        Assert.Equal(shipped.Indicators.Count + 1, catalogue.Indicators.Count);
        Assert.Equal("试", catalogue.Find("E99")!.Header.Name.Zh);
        Directory.Delete(folder, recursive: true);
    }

    static IndicatorDefinition Read(string text)
    {
        var mart = """
            /*---
            mart: labour_market
            describes: openings and seekers
            sources: { job_postings: 招聘岗位 }
            dimensions: { month: INTEGER, occupation: UTINYINT }
            measures: [openings_new, seekers_new]
            ---*/
            SELECT origin, area_code, month, occupation, openings_new, seekers_new FROM input.job_postings
            """;
        return IndicatorCatalogue.Read([new("Marts/labour_market.sql", mart)], [new("Indicators/E99_try.sql", text)]).Find("E99")!;
    }
}

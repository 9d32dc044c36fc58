using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Tests.Evidence;

/// <summary>Rows of which one can say by reading them why they do not count.</summary>
public sealed class SetAsideTests
{
    static readonly (string Column, object? Value)[] Counts =
    [
        ("valid", true), ("urban", true), ("employment_form", "1"), ("prior_status", "1"), ("sex", "1"), ("person_key", 1L), ("started_on", new DateOnly(2024, 5, 6)), ("started_month", StagedWarehouse.Index("2024-05")),
    ];

    [Fact]
    public async Task Explain_CountsTheRowsSetAsideByEachRule()
    {
        using var warehouse = new StagedWarehouse(Subset.Of("E01")).Cover(StagedWarehouse.City, "2024-01", "2024-12");
        Add(130102);
        Add(130102, ("person_key", 2L), ("sex", "2"));
        Add(130102, ("person_key", 3L), ("valid", false));
        Add(130102, ("person_key", 4L), ("valid", false), ("urban", false));
        Add(130102, ("person_key", 5L), ("urban", null));
        Add(130102, ("person_key", 6L), ("prior_status", "4"));
        Add(130102, ("started_on", new DateOnly(2024, 5, 20)));
        Add(130104, ("person_key", 7L));
        Add(130102, ("person_key", 8L), ("started_month", StagedWarehouse.Index("2024-06")));
        Add(130104, ("person_key", 9L), ("started_month", StagedWarehouse.Index("2024-06")));
        warehouse.Add("natural_attrition", 130102, ("urban", true), ("occurred_month", StagedWarehouse.Index("2024-05")))
            .Add("natural_attrition", 130102, ("urban", false), ("occurred_month", StagedWarehouse.Index("2024-05")));
        await warehouse.Metrics.Publish(CancellationToken.None);
        var reader = new EvidenceReader(new ReleaseStore(warehouse.Database.Options).Current()!, warehouse.Database.LakeFolder);

        var net = reader.Explain(FigureId.Parse("E01::130102:2024-05"), CancellationToken.None)!;
        Assert.Equal(["employment_registration: 10 read, 2 used", "natural_attrition: 2 read, 1 used"], net.Sources.Select(Said).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Condition 记录无效 2", "Condition 不属城镇就业 1", "Condition 由其他单位转来 1", "Repeats 同一人本年度已计过一次 1", "OtherPeriod  1", "OtherArea  2"],
            net.Sources.Single(x => x.Source == "employment_registration").SetAside.Select(Said));

        var women = reader.Explain(FigureId.Parse("E01:gross:130100:2024-05:sex:2"), CancellationToken.None)!;
        Assert.Equal(
            ["Condition 记录无效 2", "Condition 不属城镇就业 1", "Condition 由其他单位转来 1", "Repeats 同一人本年度已计过一次 1", "OtherGroup  2", "OtherPeriod  2"],
            women.Sources.Single(x => x.Source == "employment_registration").SetAside.Select(Said));

        void Add(int area, params (string Column, object? Value)[] cells) =>
            warehouse.Add("employment_registration", area, [.. cells, .. Counts.Where(x => cells.All(cell => cell.Column != x.Column))]);
    }

    static string Said(SourceCount source) => $"{source.Source}: {source.Read} read, {source.Used} used";

    static string Said(SetAsideRows rows) => $"{rows.Because} {rows.Name?.Zh} {rows.Rows}";

    /// <summary>A name in a mart's header that no condition of its SQL bears would never be shown.</summary>
    [Fact]
    public void Conditions_AreThoseOfTheMartsOwnSql()
    {
        using var warehouse = new StagedWarehouse(withFurtherSources: true);
        var marts = IndicatorCatalogue.BuiltIn().Marts;
        MartViews(warehouse, marts);
        foreach (var mart in marts.Where(mart => mart.Header.Conditions.Count > 0))
        {
            var named = SourceRule.Of(warehouse.Connection, mart).SelectMany(rule => rule.Repeats is { } repeats ? rule.Conditions.Append(repeats) : rule.Conditions)
                .Select(condition => condition.Name).OfType<BilingualText>().Distinct();
            Assert.Equal(mart.Header.Conditions.Values.Select(name => name.Zh).Distinct().Order(StringComparer.Ordinal), named.Select(name => name.Zh).Order(StringComparer.Ordinal));
        }
        Assert.All(marts, mart => Assert.NotEmpty(SourceRule.Of(warehouse.Connection, mart).Select(rule => rule.Source).Intersect(mart.Header.Sources.Keys)));
    }

    /// <summary>What a reader is told about a row set aside is words, not SQL.</summary>
    [Fact]
    public void Conditions_AllHaveNames()
    {
        using var warehouse = new StagedWarehouse(withFurtherSources: true);
        var marts = IndicatorCatalogue.BuiltIn().Marts;
        MartViews(warehouse, marts);
        var unnamed = from mart in marts
                      from rule in SourceRule.Of(warehouse.Connection, mart).DistinctBy(rule => rule.Source)
                      from condition in rule.Repeats is { } repeats ? rule.Conditions.Append(repeats) : rule.Conditions
                      where condition.Name is null
                      select $"{mart.Header.Mart}: {condition.Sql}";

        Assert.True(!unnamed.Any(), string.Join('\n', unnamed));
    }

    static void MartViews(StagedWarehouse warehouse, IReadOnlyList<MartDefinition> marts) => Metrics.Engine.MartBuilder.Build(warehouse.Connection, marts, null, CancellationToken.None);
}

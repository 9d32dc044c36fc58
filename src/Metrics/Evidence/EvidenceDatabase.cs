using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>
/// A database in memory in which a release's own definitions run over its source rows: <c>input.*</c> reads the lake's files of some cities,
/// <c>mart.*</c> are the mart's SQL row by row. Nothing of the warehouse is needed.
/// </summary>
sealed class EvidenceDatabase : IDisposable
{
    EvidenceDatabase(DuckDBConnection connection, IndicatorCatalogue catalogue, IReadOnlyCollection<string> staged, Panel panel, Coverage coverage)
    {
        Staged = staged;
        Connection = connection;
        Catalogue = catalogue;
        Panel = panel;
        Engine = new FigureEngine(connection, catalogue, panel, coverage);
    }

    public DuckDBConnection Connection { get; }

    /// <summary>The definitions as they were released.</summary>
    public IndicatorCatalogue Catalogue { get; }

    /// <summary>The figure's sources, of which anything was ever loaded.</summary>
    public IReadOnlyCollection<string> Staged { get; }

    /// <summary>The cities of the figure, their districts and the areas above them.</summary>
    public Panel Panel { get; }

    public FigureEngine Engine { get; }

    /// <summary>The sources, definitions and rows behind one figure.</summary>
    public static EvidenceDatabase Open(ReleaseSnapshot release, string lakeFolder, FigureId figure)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        connection.Execute("SET GLOBAL TimeZone = 'UTC'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        connection.Execute($"ATTACH {Sql.Literal(release.File)} AS release (READ_ONLY)");
        var areas = connection.Query(
            "SELECT area_code, name, level, parent_code, kind, synthetic FROM release.area",
            row => new Area(row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(4), row.GetBoolean(5)));
        var ranges = connection.Query(
            "SELECT source, city_code, first_month, last_month FROM release.coverage",
            row => (Key: (Source: row.GetString(0), City: row.GetInt32(1)), Range: new MonthRange(row.GetInt32(2), row.GetInt32(3))));

        var areaCode = figure.AreaCode;
        var whole = Panel.Of(areas, new Coverage(ranges.ToDictionary(x => x.Key, x => x.Range)));
        var cities = whole.PlaceOf(areaCode) is var place and >= 0 ? whole.Cities(place).Select(city => whole.Areas[city].Area.Code).ToHashSet() : [];
        var coverage = new Coverage(ranges.Where(x => cities.Contains(x.Key.City)).ToDictionary(x => x.Key, x => x.Range));
        var marts = connection.Query(
            "SELECT path, sql, hash, header_json FROM release.mart ORDER BY name",
            row => new MartDefinition(DefinitionJson.Read<MartHeader>(row.GetString(3)), row.GetString(0), row.GetString(1), row.GetString(2)));
        var indicators = connection.Query(
            "SELECT path, sql, hash, header_json FROM release.indicator ORDER BY code",
            row => DefinitionLoader.Indicator(DefinitionJson.Read<IndicatorHeader>(row.GetString(3)), row.GetString(0), row.GetString(1), row.GetString(2), marts));
        var catalogue = new IndicatorCatalogue(marts, indicators);
        // Targets are stated for provinces and the nation too, so that their files belong to every figure above the cities.
        var above = whole.Areas.Where(area => area.City < 0 && whole.PlaceOf(areaCode) >= 0).Select(area => area.Area.Code);
        var definition = catalogue.Find(figure.Indicator);
        var staged = CreateViews(connection, lakeFolder, [.. marts.Where(mart => definition?.Marts.Contains(mart.Header.Mart) == true)], [.. cities, .. above, Area.NoCity]);
        if (definition?.Header.DependsOn.Count > 0) StatedFigures.FillFromRelease(connection, indicators);
        return new EvidenceDatabase(connection, catalogue, staged, Panel.Of(areas, coverage), coverage);
    }

    public void Dispose() => Connection.Dispose();

    static List<string> CreateViews(DuckDBConnection connection, string lakeFolder, IReadOnlyList<MartDefinition> marts, IReadOnlyCollection<int> cities)
    {
        connection.Execute("CREATE SCHEMA input; CREATE SCHEMA mart");
        var sources = marts.SelectMany(mart => mart.Header.Sources.Keys).ToHashSet(StringComparer.Ordinal);
        var staged = connection.Query("SELECT table_name FROM duckdb_tables() WHERE database_name = 'release' AND schema_name = 'stg'", row => row.GetString(0)).Where(sources.Contains).ToList();
        foreach (var source in staged)
        {
            var files = cities.Count == 0 ? [] : connection.Query(
                $"SELECT path FROM release.lake WHERE source = $source AND city_code IN ({InputViews.Codes(cities)}) ORDER BY path",
                row => Sql.Literal(Path.Combine(lakeFolder, row.GetString(0))), ("source", source));
            // The empty table gives the types when no city has a file, and columns that an older file lacks.
            var lake = files.Count == 0 ? "" : $"UNION ALL BY NAME SELECT * FROM read_parquet([{string.Join(", ", files)}], union_by_name = true)";
            connection.Execute($"""
                CREATE VIEW input.{Sql.Identifier(source)} AS
                SELECT {InputViews.Columns}
                FROM (SELECT * FROM release.stg.{Sql.Identifier(source)} {lake})
                """);
        }
        var parameters = connection.Query(
            "SELECT parameter, area_code, value, first_month, next_month FROM release.parameter",
            row => new ParameterRow(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt32(1), row.GetInt32(2), new Month(row.GetInt32(3)), new Month(row.GetInt32(4))));
        SideViews.Create(
            connection, parameters, "release.coverage", "release.area", sources, staged, cities: null);
        foreach (var mart in marts)
        {
            if (mart.Header.Sources.Keys.All(staged.Contains)) connection.Execute($"CREATE VIEW mart.{Sql.Identifier(mart.Header.Mart)} AS {mart.Sql}");
            else MartBuilder.CreateTable(connection, mart);
        }
        return staged;
    }
}

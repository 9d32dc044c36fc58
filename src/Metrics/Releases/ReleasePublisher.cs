using System.Reflection;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>What publishing did.</summary>
/// <param name="IsNew">False when inputs, definitions and parameters are those of the current release.</param>
/// <param name="LakeFiles">Lake files written for rows that changed.</param>
public sealed record PublishSummary(ReleaseManifest Manifest, bool IsNew, int LakeFiles, TimeSpan Took);

/// <summary>
/// Builds a release beside the current one and publishes it by renaming the file and then the pointer: readers see the old release or the new one, whole.
/// </summary>
sealed class ReleasePublisher(WarehouseDatabase database, IndicatorCatalogue catalogue, DisclosureOptions disclosure, TimeProvider clock)
{
    /// <param name="writer">Connection of the warehouse's only writer; nothing else changes while this runs.</param>
    public PublishSummary Publish(DuckDBConnection writer, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var identity = ReleaseIdentity.Of(writer, catalogue, disclosure);
        var files = new ReleaseFiles(database.ReleaseFolder, database.LakeFolder);
        if (files.Current() is { } current && current.Id == identity.Id) return new PublishSummary(current, false, 0, clock.GetElapsedTime(started));

        files.RemoveHalfMade();
        var written = LakeWriter.Write(writer, database.LakeFolder, cancel);
        var building = files.Building();
        ReleaseManifest manifest;
        try
        {
            manifest = Build(building, files.NextNumber(), identity, files.Moments(), LakeWriter.Files(writer), cancel);
            files.Publish(building, manifest);
        }
        finally
        {
            File.Delete(building);
        }
        files.RemoveOld(database.Options.KeepReleases, LakeWriter.Files(writer).Select(file => file.Path));
        return new PublishSummary(manifest, true, written, clock.GetElapsedTime(started));
    }

    ReleaseManifest Build(string file, int number, ReleaseIdentity identity, IReadOnlyDictionary<DateTime, DateTime> moments, IReadOnlyList<LakeFile> lake, CancellationToken cancel)
    {
        using var connection = database.Connect();
        ReleaseDisclosure.Find(connection, [.. catalogue.Indicators.Select(x => x.Header)], disclosure.MinimumPersons, cancel);
        // A database file is named in the statement's text; there is no parameter for it.
        connection.Execute($"ATTACH {Sql.Literal(file)} AS release_build (STORAGE_VERSION 'latest')");
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.ExecuteAsync(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Releases/release.sql"), cancel).GetAwaiter().GetResult();
            foreach (var x in catalogue.Indicators)
                connection.Execute(
                    "INSERT INTO release_build.indicator VALUES ($code, $version, $hash, $path, $header, $sql)",
                    ("code", x.Code), ("version", x.Header.Version), ("hash", x.Hash), ("path", x.Path), ("header", DefinitionJson.Write(x.Header)), ("sql", x.Sql));
            foreach (var x in catalogue.Marts)
                connection.Execute(
                    "INSERT INTO release_build.mart VALUES ($name, $hash, $path, $header, $sql)",
                    ("name", x.Header.Mart), ("hash", x.Hash), ("path", x.Path), ("header", DefinitionJson.Write(x.Header)), ("sql", x.Sql));
            foreach (var x in catalogue.Parameters.SelectMany(parameter => parameter.Rows()))
                connection.Execute(
                    "INSERT INTO release_build.parameter VALUES ($parameter, $area, $value, $first, $next)",
                    ("parameter", x.Parameter), ("area", x.AreaCode), ("value", x.Value), ("first", x.First.Index), ("next", x.Next.Index));
            foreach (var x in lake)
                connection.Execute(
                    "INSERT INTO release_build.lake VALUES ($source, $city, $path, $rows, $sha256)",
                    ("source", x.Source), ("city", x.CityCode), ("path", x.Path), ("rows", x.Rows), ("sha256", x.Sha256));
            CopyStaging(connection);
            transaction.Commit();
            return Date(connection, number, identity, moments);
        }
        finally
        {
            connection.Execute("DETACH release_build");
        }
    }

    // Building takes seconds; the moment is taken when little is left but renaming the file, so that no answer is dated before it could be given.
    ReleaseManifest Date(DuckDBConnection connection, int number, ReleaseIdentity identity, IReadOnlyDictionary<DateTime, DateTime> moments)
    {
        var computed = connection.Query(
            "SELECT DISTINCT known_from FROM release_build.observation UNION SELECT DISTINCT known_to FROM release_build.observation WHERE known_to IS NOT NULL", row => row.GetDateTime(0));
        var now = Later(clock.GetUtcNow().UtcDateTime, moments.Values);
        connection.Execute(
            "INSERT INTO release_build.release VALUES ($number, $id, $at, $synthetic, $definitions, $inputs)",
            ("number", number), ("id", identity.Id), ("at", now), ("synthetic", identity.Synthetic), ("definitions", identity.DefinitionsHash), ("inputs", identity.InputsHash));
        foreach (var moment in computed)
            connection.Execute("INSERT INTO release_build.moment VALUES ($computed, $answerable)", ("computed", moment), ("answerable", moments.GetValueOrDefault(moment, now)));
        return new ReleaseManifest(number, identity.Id, now, identity.Synthetic, identity.DefinitionsHash, identity.InputsHash);
    }

    // In the database's microseconds, and never at the same moment as the release before: what was answered then would have been answered for no time.
    static DateTime Later(DateTime now, IEnumerable<DateTime> before)
    {
        var least = before.DefaultIfEmpty(DateTime.MinValue).Max().AddMicroseconds(1);
        return now > least ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)) : least;
    }

    // Evidence reads the lake's files through tables of the same types, which also stand in for sources without a file.
    static void CopyStaging(DuckDBConnection connection)
    {
        connection.Execute("CREATE SCHEMA release_build.stg");
        var staged = Engine.InputViews.Staged(connection);
        foreach (var source in staged.Order(StringComparer.Ordinal))
            connection.Execute($"CREATE TABLE release_build.stg.{Sql.Identifier(source)} AS SELECT * FROM stg.{Sql.Identifier(source)} LIMIT 0");
        if (staged.Contains("target_plan"))
            connection.Execute("""
                INSERT INTO release_build.target
                SELECT indicator, district_code, year, target, baseline
                FROM stg.target_plan
                WHERE superseded_by IS NULL
                ORDER BY indicator, district_code, year
                """);
    }
}

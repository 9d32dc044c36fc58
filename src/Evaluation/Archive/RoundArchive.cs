using System.Text;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.State.Audit;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Archive;

/// <summary>Writes a frozen round into one file that says everything and can be checked without us.</summary>
public static class RoundArchive
{
    /// <param name="store">The state.</param>
    /// <param name="round">A frozen round.</param>
    /// <returns>The archive's bytes; null when there is no such frozen round.</returns>
    public static Task<byte[]?> Write(StateStore store, string round) => store.Read(async state =>
    {
        if (await state.Rounds.FindAsync(round) is not { FrozenHash: not null } row) return null;
        var frozen = (await state.Frozen(row))!;
        var rules = row.Rules();
        var definitions = (await state.Freezes.SingleAsync(x => x.RoundId == round)).Definitions;
        var cities = await state.Cities.Where(x => x.RoundId == round).OrderBy(x => x.CityCode).ToListAsync();
        var entries = (await state.Scores.Where(x => x.RoundId == round && !x.Draft).ToListAsync())
            .OrderBy(x => x.CityCode).ThenBy(x => x.ScoreColumn).ThenBy(x => x.Item, StringComparer.Ordinal)
            .Select(x => new ArchivedEntry(x.CityCode, x.Item, x.ScoreColumn, x.Entered!.Value, x.Reason, x.Author)).ToList();
        var papers = (await state.Evidence.Where(x => x.RoundId == round).ToListAsync())
            .OrderBy(x => x.CityCode).ThenBy(x => x.Item, StringComparer.Ordinal).ThenBy(x => x.Sha256, StringComparer.Ordinal)
            .Select(x => new ArchivedPaper(x.CityCode, x.Item, x.Kind, x.Title, x.DatedOn, x.ValidTo, x.Sha256)).ToList();
        var objections = (await state.Objections.Where(x => x.RoundId == round).ToListAsync()).OrderBy(x => x.Id, StringComparer.Ordinal)
            .Select(x => new ArchivedObjection(x.Id, x.ProvinceCode, x.CityCode, x.ReceivedOn, x.Subject, x.Sha256, x.Result.ToString(), x.Handling)).ToList();
        var audit = await state.Audit.OrderBy(x => x.Sequence).ToListAsync();
        var scores = Scores(rules, frozen, entries);
        List<ArchiveFile> files =
        [
            Text(ArchiveNames.Page, RoundPage.Html(row.Name, rules, frozen, cities, scores)),
            Json(ArchiveNames.Round, new ArchivedRound(row.Id, row.Name, row.Stage.ToString(), row.FrozenHash, row.CreationFrom)),
            Text(ArchiveNames.Settings, row.Settings),
            Text(ArchiveNames.Rules, row.RuleSet),
            Text(ArchiveNames.Definitions, definitions),
            Text(ArchiveNames.Figures, CanonicalJson.Write(frozen)),
            Json(ArchiveNames.Cities, cities.Select(x => new ArchivedCity(x.CityCode, x.ProvinceCode, x.CityName, x.Standing.ToString(), WithoutContacts(x.Form), x.Reason, x.DesignatedOn, x.Certificate, x.RevokedOn)).ToList()),
            Json(ArchiveNames.Entries, entries),
            Json(ArchiveNames.Scores, scores),
            Json(ArchiveNames.Evidence, papers),
            Json(ArchiveNames.Objections, objections),
            Json(ArchiveNames.Audit, audit),
        ];
        var head = AuditChain.Verify(audit).Head;
        return StoredZip.Write([Manifest(row.Id, rules, frozen.Synthetic, files, head), .. files]);
    });

    /// <summary>Every score of every column, computed from figures and entries alone.</summary>
    internal static List<ArchivedScore> Scores(RuleSet rules, FrozenFigures frozen, IReadOnlyCollection<ArchivedEntry> entries) =>
        [.. Enum.GetValues<ScoreColumn>().SelectMany(column =>
        {
            var manual = entries.Where(entry => entry.Column == column).GroupBy(entry => entry.City)
                .ToDictionary(x => x.Key, x => (IReadOnlyDictionary<string, ManualScore>)x.ToDictionary(entry => entry.Item, entry => new ManualScore(entry.Entered, entry.Reason), StringComparer.Ordinal));
            return CityScore.All(rules, frozen, manual).SelectMany(city => city.Items.Select(item =>
                new ArchivedScore(city.City, column, item.Item, item.Score.Points, item.Score.Status.ToString(), item.Score.Reason.Zh)));
        })];

    internal static ArchiveFile Manifest(string round, RuleSet rules, bool synthetic, IReadOnlyCollection<ArchiveFile> files, AuditHead? audit)
    {
        var manifest = new ArchiveManifest(round, $"{rules.Id} v{rules.Version} {rules.Name.Zh}", synthetic ? "合成数据" : "",
            files.ToDictionary(file => file.Name, file => CanonicalJson.Sha256(file.Content), StringComparer.Ordinal), audit, "");
        return new ArchiveFile(ArchiveNames.Manifest, Write(manifest with { Seal = CanonicalJson.Hash(manifest) }));
    }

    internal static byte[] Write(ArchiveManifest manifest) => Encoding.UTF8.GetBytes(CanonicalJson.WriteIndented(manifest));

    /// <summary>Names and telephones stay at home: the archive may be handed on.</summary>
    static string WithoutContacts(string form) =>
        CanonicalJson.Write(CanonicalJson.Read<Programme.ApplicationForm>(form) with { Leader = null, CityContact = null, ProvinceContact = null });

    static ArchiveFile Json<T>(string name, T value) => Text(name, CanonicalJson.WriteIndented(value));

    static ArchiveFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}

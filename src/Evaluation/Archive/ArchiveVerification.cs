using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.State.Audit;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Archive;

/// <summary>What checking an archive found; nothing to fear when there are no issues.</summary>
/// <param name="Scores">Scores that were computed again.</param>
/// <param name="Seal">The manifest's seal, to compare with one noted elsewhere.</param>
public sealed record ArchiveVerdict(int Files, int Scores, long AuditEntries, string Seal, IReadOnlyList<string> Issues)
{
    /// <summary>Hash of the figures that were frozen, whose beginning stands on the round's pages and papers; empty when the archive does not say.</summary>
    public string FrozenHash { get; init; } = "";

    public bool Intact => Issues.Count == 0;
}

/// <summary>Checks a round archive on any machine: every file's hash, every score from its figures, the audit chain, every byte between.</summary>
public static class ArchiveVerification
{
    /// <param name="zip">The archive's bytes.</param>
    /// <param name="seal">A seal noted outside, when there is one.</param>
    public static ArchiveVerdict Of(byte[] zip, string? seal = null)
    {
        var issues = new List<string>();
        var (files, broken) = StoredZip.Read(zip);
        if (broken is not null) issues.Add($"The archive: {broken}");
        var byName = files.GroupBy(file => file.Name, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.First().Content, StringComparer.Ordinal);
        var manifest = Read<ArchiveManifest>(byName, ArchiveNames.Manifest, issues);
        if (manifest is null) return new ArchiveVerdict(files.Count, 0, 0, "", issues);

        CheckManifest(manifest, byName, seal, issues);
        // A changed file says all there is to say; what would be computed from it is not worth a line.
        var (scores, entries, frozen) = issues.Count == 0 ? Recompute(manifest, byName, issues) : (0, 0L, "");
        if (issues.Count == 0) CompareBytes(zip, files, issues);
        return new ArchiveVerdict(files.Count, scores, entries, manifest.Seal, issues) { FrozenHash = frozen };
    }

    static void CheckManifest(ArchiveManifest manifest, Dictionary<string, byte[]> files, string? seal, List<string> issues)
    {
        if (!RoundArchive.Write(manifest).AsSpan().SequenceEqual(files[ArchiveNames.Manifest])) issues.Add($"{ArchiveNames.Manifest}: it is not written as the product writes it.");
        if (CanonicalJson.Hash(manifest with { Seal = "" }) != manifest.Seal) issues.Add($"{ArchiveNames.Manifest}: its seal does not fit what it says.");
        if (seal is not null && seal != manifest.Seal) issues.Add($"{ArchiveNames.Manifest}: its seal is {manifest.Seal}, expected {seal}: this is another archive.");
        foreach (var (name, expected) in manifest.Files)
        {
            if (!files.TryGetValue(name, out var content)) issues.Add($"{name}: it is missing.");
            else if (CanonicalJson.Sha256(content) is var found && found != expected) issues.Add($"{name}: it was changed; its SHA-256 is {found[..16]}…, expected {expected[..16]}….");
        }
        foreach (var stranger in files.Keys.Except(manifest.Files.Keys).Where(name => name != ArchiveNames.Manifest)) issues.Add($"{stranger}: the manifest does not name it.");
    }

    /// <summary>From the figures to the scores once more, with the code of the machine that verifies.</summary>
    static (int Scores, long Entries, string FrozenHash) Recompute(ArchiveManifest manifest, Dictionary<string, byte[]> files, List<string> issues)
    {
        var round = Read<ArchivedRound>(files, ArchiveNames.Round, issues);
        var frozen = Read<FrozenFigures>(files, ArchiveNames.Figures, issues);
        var entries = Read<List<ArchivedEntry>>(files, ArchiveNames.Entries, issues);
        var stated = Read<List<ArchivedScore>>(files, ArchiveNames.Scores, issues);
        var audit = Read<List<AuditRow>>(files, ArchiveNames.Audit, issues);
        if (round is null || frozen is null || entries is null || stated is null || audit is null) return (0, 0, "");

        if (CanonicalJson.Hash(frozen) != round.FrozenHash) issues.Add($"{ArchiveNames.Figures}: these are not the figures that were frozen.");
        if (frozen.DefinitionTexts is { } definitions && CanonicalJson.Sha256(files[ArchiveNames.Definitions]) != definitions)
            issues.Add($"{ArchiveNames.Definitions}: these are not the definitions behind the frozen figures.");
        try
        {
            var rules = RuleSet.Read(Encoding.UTF8.GetString(files[ArchiveNames.Rules]), ArchiveNames.Rules);
            var computed = RoundArchive.Scores(rules, frozen, entries);
            if (computed.Count != stated.Count) issues.Add($"{ArchiveNames.Scores}: it states {stated.Count} scores, {computed.Count} follow from the figures.");
            issues.AddRange(computed.Zip(stated).Where(x => x.First != x.Second).Select(x =>
                $"{ArchiveNames.Scores}: city {x.Second.City}, {x.Second.Item}, {x.Second.Column}: states {x.Second.Points}, the figures give {x.First.Points}."));
        }
        catch (DefinitionException e)
        {
            issues.AddRange(e.Issues.Select(issue => issue.ToString()));
        }
        if (AuditChain.Verify(audit, manifest.Audit) is { Issue: { } issue }) issues.Add($"{ArchiveNames.Audit}: {issue}");
        return (stated.Count, audit.Count, round.FrozenHash ?? "");
    }

    /// <summary>Between the files stand only headers that follow from them.</summary>
    static void CompareBytes(byte[] zip, IReadOnlyList<ArchiveFile> files, List<string> issues)
    {
        var again = StoredZip.Write(files);
        var same = again.AsSpan().CommonPrefixLength(zip);
        if (same < Math.Max(again.Length, zip.Length)) issues.Add($"The archive: byte {same} between its files was changed.");
    }

    static T? Read<T>(Dictionary<string, byte[]> files, string name, List<string> issues) where T : class
    {
        if (!files.TryGetValue(name, out var content))
        {
            issues.Add($"{name}: it is missing.");
            return null;
        }
        try
        {
            return CanonicalJson.Read<T>(Encoding.UTF8.GetString(content));
        }
        catch (JsonException e)
        {
            issues.Add($"{name}: it cannot be read: {e.Message}");
            return null;
        }
    }
}

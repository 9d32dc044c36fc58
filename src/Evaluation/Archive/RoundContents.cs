using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.State.Audit;

namespace DemoCityAnalytics.Evaluation.Archive;

/// <summary>Round as archived: where it stands, its settings and the hash of its frozen figures.</summary>
public sealed record ArchivedRound(string Id, string Name, string Stage, string? FrozenHash, DateOnly? CreationFrom);

/// <summary>A city as archived, with its form as JSON.</summary>
public sealed record ArchivedCity(int City, int Province, string Name, string Standing, string Form, string? Reason, DateOnly? DesignatedOn, string? Certificate, DateOnly? RevokedOn);

/// <summary>A person's score that counts.</summary>
public sealed record ArchivedEntry(int City, string Item, ScoreColumn Column, decimal Entered, string Reason, string Author);

/// <summary>A computed score: what the verifier computes again.</summary>
public sealed record ArchivedScore(int City, ScoreColumn Column, string Item, decimal? Points, string Status, string Reason);

/// <summary>A paper by its hash.</summary>
public sealed record ArchivedPaper(int City, string Item, string Kind, string Title, DateOnly DatedOn, DateOnly? ValidTo, string Sha256);

/// <summary>An objection and what became of it.</summary>
public sealed record ArchivedObjection(string Id, int Province, int City, DateOnly ReceivedOn, string Subject, string Sha256, string Result, string Handling);

/// <summary>SHA-256 of each other file, and the audit log's end.</summary>
/// <param name="Files">By name.</param>
/// <param name="Audit">The head of the log at export.</param>
/// <param name="Seal">SHA-256 over the manifest without this line: note it outside to recognise the archive again.</param>
public sealed record ArchiveManifest(string Round, string RuleSet, string Label, IReadOnlyDictionary<string, string> Files, AuditHead? Audit, string Seal);

/// <summary>Names of the files in a round archive.</summary>
static class ArchiveNames
{
    public const string Manifest = "manifest.json";
    public const string Page = "index.html";
    public const string Round = "round.json";
    public const string Settings = "settings.json";
    public const string Rules = "rule-set.yaml";
    public const string Figures = "figures.json";
    public const string Cities = "cities.json";
    public const string Entries = "entries.json";
    public const string Scores = "scores.json";
    public const string Evidence = "evidence.json";
    public const string Objections = "objections.json";
    public const string Audit = "audit.json";
    public const string Definitions = "definitions.json";
}

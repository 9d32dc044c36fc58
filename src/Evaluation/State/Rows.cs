using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.Scoring;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>A row that several people may change: a stale version is refused.</summary>
public abstract class VersionedRow
{
    public int Version { get; set; }
}

/// <summary>One run of the programme, from application to withdrawal.</summary>
public sealed class RoundRow : VersionedRow
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public Stage Stage { get; set; }

    /// <summary><see cref="RoundSettings"/> as JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>The rule set's text as it was when the round opened.</summary>
    public required string RuleSet { get; set; }

    public DateOnly? CreationFrom { get; set; }

    /// <summary>Hash of the frozen figures; null before the freeze.</summary>
    public string? FrozenHash { get; set; }
}

/// <summary>The figures that a round was frozen on; written once.</summary>
public sealed class FreezeRow
{
    public required string RoundId { get; init; }

    /// <summary>As JSON, a few megabytes for the nation: not read with every act.</summary>
    public required string Figures { get; init; }
}

/// <summary>A city in a round: its application and where it stands.</summary>
public sealed class CityRow : VersionedRow
{
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }
    public required int ProvinceCode { get; init; }
    public required string CityName { get; init; }
    public Standing Standing { get; set; }

    /// <summary>The application form as JSON.</summary>
    public required string Form { get; set; }

    /// <summary>Why it was struck, disqualified or revoked.</summary>
    public string? Reason { get; set; }

    public DateOnly? DesignatedOn { get; set; }
    public string? Certificate { get; set; }
    public DateOnly? RevokedOn { get; set; }
}

/// <summary>One person's score of one item.</summary>
public sealed class ScoreRow : VersionedRow
{
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }
    public required string Item { get; init; }
    public required ScoreColumn ScoreColumn { get; init; }
    public decimal? Entered { get; set; }
    public string Reason { get; set; } = "";
    public bool Draft { get; set; } = true;
    public string Author { get; set; } = "";
}

/// <summary>A paper attached to an item; the paper itself is in the archive under its hash.</summary>
public sealed class EvidenceRow
{
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }
    public required string Item { get; init; }
    public required string Sha256 { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required DateOnly DatedOn { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <summary>As the file was called; empty when only its hash was attached.</summary>
    public string FileName { get; init; } = "";

    public required string Author { get; init; }
}

/// <summary>An expert who is to judge a city.</summary>
public sealed class AssignmentRow
{
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }

    /// <summary>Account name of the expert.</summary>
    public required string Expert { get; init; }
}

/// <summary>What a city itself reports for an item, to be held against what its records give.</summary>
public sealed class ReportRow : VersionedRow
{
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }
    public required string Item { get; init; }

    /// <summary>As typed: its own decimals say how far it was rounded.</summary>
    public required string Reported { get; set; }

    public required string Author { get; set; }
}

/// <summary>A drawn sample of an indicator's rows.</summary>
public sealed class SampleRow
{
    public required string Id { get; init; }
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }
    public required string Indicator { get; init; }
    public required string Seed { get; init; }
    public required int Population { get; init; }
}

/// <summary>One record to check, and what the check found.</summary>
public sealed class CheckRow : VersionedRow
{
    public required string SampleId { get; init; }
    public required int Line { get; init; }
    public required string Stratum { get; init; }

    /// <summary>Where the record stands in the loaded files; never a person's name or number.</summary>
    public required string Record { get; init; }

    public CheckResult Result { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>A list made public for objections; province 0 is the nation.</summary>
public sealed class PublicityRow
{
    public required string RoundId { get; init; }
    public required int ProvinceCode { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>City codes, as JSON.</summary>
    public required string Cities { get; init; }
}

/// <summary>An objection: its text stays with the office that received it, here is its hash.</summary>
public sealed class ObjectionRow : VersionedRow
{
    public required string Id { get; init; }
    public required string RoundId { get; init; }
    public required int ProvinceCode { get; init; }
    public required int CityCode { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Subject { get; init; }
    public required string Sha256 { get; init; }
    public ObjectionResult Result { get; set; }
    public string Handling { get; set; } = "";
}

/// <summary>What became of an objection.</summary>
public enum ObjectionResult { Open, NotUpheld, Upheld }

/// <summary>A verified breach by a designated city.</summary>
public sealed class ViolationRow
{
    public required string Id { get; init; }
    public required string RoundId { get; init; }
    public required int CityCode { get; init; }
    public required DateOnly FoundOn { get; init; }
    public required string Description { get; init; }
    public required string Sha256 { get; init; }
}

/// <summary>The first of two persons has proposed an act; the second must confirm exactly this.</summary>
public sealed class ProposalRow
{
    public required string RoundId { get; init; }
    public required string Act { get; init; }
    public required string Subject { get; init; }
    public required string PayloadHash { get; set; }
    public required string ProposedBy { get; set; }
}

/// <summary>One entry of the append-only audit log.</summary>
public sealed class AuditRow
{
    public required long Sequence { get; init; }

    /// <summary>UTC, ISO 8601 with seven decimals.</summary>
    public required string At { get; init; }

    public required string Actor { get; init; }
    public required string Role { get; init; }
    public required string Act { get; init; }
    public required string Subject { get; init; }

    /// <summary>SHA-256 over the rows that the act wrote.</summary>
    public required string PayloadHash { get; init; }

    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}

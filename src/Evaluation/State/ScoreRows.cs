using DemoCityAnalytics.Evaluation.Scoring;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>One person's score of one item.</summary>
public sealed class ScoreRow : RowOfCity, IVersioned
{
    public required string Item { get; init; }
    public required ScoreColumn ScoreColumn { get; init; }
    public decimal? Entered { get; set; }
    public string Reason { get; set; } = "";
    public bool Draft { get; set; } = true;
    public string Author { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>A paper attached to an item; the paper itself is in the archive under its hash.</summary>
public sealed class EvidenceRow : RowOfCity
{
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
public sealed class AssignmentRow : RowOfCity
{
    /// <summary>Account name of the expert.</summary>
    public required string Expert { get; init; }
}

/// <summary>What a city itself reports for an item, to be held against what its records give.</summary>
public sealed class ReportRow : RowOfCity, IVersioned
{
    public required string Item { get; init; }

    /// <summary>As typed: its own decimals say how far it was rounded.</summary>
    public required string Reported { get; set; }

    public required string Author { get; set; }
    public int Version { get; set; }
}

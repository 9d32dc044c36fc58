using DemoCityAnalytics.Evaluation.Sampling;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>A drawn sample of an indicator's rows.</summary>
public sealed class SampleRow : RowOfCity
{
    /// <summary>Stands for the seed of a sheet that nobody drew: rows that an expert doubts.</summary>
    public const string ChosenByHand = "doubts";

    public required string Id { get; init; }
    public required string Indicator { get; init; }
    public required string Seed { get; init; }
    public required int Population { get; init; }

    /// <summary>Such a sheet is no sample: nothing follows from it for the other rows.</summary>
    public bool IsChosen => Seed == ChosenByHand;
}

/// <summary>One record to check, and what the check found.</summary>
public sealed class CheckRow : IVersioned
{
    public required string SampleId { get; init; }
    public required int Line { get; init; }
    public required string Stratum { get; init; }

    /// <summary>Where the record stands in the loaded files; never a person's name or number.</summary>
    public required string Record { get; init; }

    public CheckResult Result { get; set; }
    public string Note { get; set; } = "";
    public int Version { get; set; }
}

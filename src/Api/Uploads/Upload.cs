using System.Text.Json.Serialization;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>How far an upload has come. The last three are final.</summary>
public enum UploadState { Received, Loading, Loaded, AlreadyLoaded, Failed }

/// <summary>A file that someone sent, and what became of it.</summary>
/// <param name="Uploader">Login or program name; only its own uploads are shown to it, all of them to an operator.</param>
/// <param name="City">The only city whose rows the uploader may send; null for an operator.</param>
/// <param name="Key">The caller's Idempotency-Key.</param>
/// <param name="Report">Rows read, accepted and rejected, and the issues; null until the file has been worked through.</param>
public sealed record Upload(
    string Id, string Source, string File, long Bytes, string Sha256, string Uploader, int? City, string? Key, DateTime ReceivedAt, UploadState State, LoadReport? Report)
{
    /// <summary>How the city stood when the file came; null for an operator's file and before the first release.</summary>
    public UploadStanding? Before { get; init; }

    [JsonIgnore]
    public bool Ended => State is UploadState.Loaded or UploadState.AlreadyLoaded or UploadState.Failed;

    public Upload With(LoadReport report) => this with
    {
        Report = report,
        State = report.Outcome switch
        {
            LoadOutcome.Loaded => UploadState.Loaded,
            LoadOutcome.AlreadyLoaded => UploadState.AlreadyLoaded,
            _ => UploadState.Failed,
        },
    };
}

/// <summary>A city's scorecard at one moment: its points, and what each item could still bring.</summary>
/// <param name="Release">The release that it was taken from.</param>
public sealed record UploadStanding(string Release, decimal Points, IReadOnlyDictionary<string, decimal> Recoverable);

/// <summary>One step of an upload, as sent to whoever watches it.</summary>
/// <param name="Number">Counts up from 1; a reader that lost its connection asks for what came after the last number it saw.</param>
public sealed record UploadStep(int Number, UploadState State, long Rows, int Percent);

/// <summary>What is done after a load that brought rows, such as computing the figures again; given by whoever composes the parts.</summary>
public sealed record AfterUpload(Action Run);

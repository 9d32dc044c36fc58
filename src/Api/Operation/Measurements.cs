using System.Diagnostics.Metrics;
using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Operation;

/// <summary>
/// What the service measures of itself, at <c>/metrics</c> in the form of Prometheus.
/// </summary>
/// <remarks>
/// Names: <c>dca_release_number</c>, <c>dca_release_age_seconds</c>, <c>dca_release_inputs</c>, <c>dca_answers_total</c> (from: kept, made), <c>dca_uploads_total</c>
/// (state), beside those of ASP.NET Core and the runtime.
/// </remarks>
public sealed class Measurements : IDisposable
{
    public const string Name = "DemoCityAnalytics";
    readonly Meter meter = new(Name);
    readonly Counter<long> answers;
    readonly Counter<long> uploads;

    public Measurements(ReleaseStore releases, TimeProvider clock)
    {
        answers = meter.CreateCounter<long>("dca_answers", description: "Answers, by whether their bytes were kept ready.");
        uploads = meter.CreateCounter<long>("dca_uploads", description: "Uploads that ended, by state.");
        meter.CreateObservableGauge("dca_release_number", () => releases.Current()?.Manifest.Number ?? 0, description: "Number of the release that answers; 0 when there is none.");
        meter.CreateObservableGauge("dca_release_age_seconds", () => releases.Current() is { } release ? (long)(clock.GetUtcNow().UtcDateTime - release.Manifest.PublishedAt).TotalSeconds : 0,
            description: "Seconds since the release was published.");
        meter.CreateObservableGauge("dca_release_inputs", () => releases.Current()?.Inputs.Count ?? 0, description: "Files that the release was made from.");
    }

    internal void Answered(bool kept) => answers.Add(1, new KeyValuePair<string, object?>("from", kept ? "kept" : "made"));

    internal void Uploaded(UploadState state) => uploads.Add(1, new KeyValuePair<string, object?>("state", Endpoints.QueryReader.Snake(state.ToString())));

    public void Dispose() => meter.Dispose();
}

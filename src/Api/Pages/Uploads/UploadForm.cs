using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Ingest.Contracts;

namespace DemoCityAnalytics.Api.Pages.Uploads;

/// <summary>The form by which a file is sent, as a part of a page.</summary>
/// <param name="IsOpen">Whether this process takes files.</param>
/// <param name="Chosen">The source that is chosen to begin with.</param>
public sealed record UploadForm(RequestLanguage Language, bool IsOpen, string Chosen)
{
    public static IReadOnlyList<Contract> Sources => UploadReceiver.Sources;

    /// <summary>Sent with the form, so that a form sent twice is one upload.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");
}

using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Api;

/// <summary>How the API and the portal are served.</summary>
public sealed class ApiOptions
{
    /// <summary>Address to listen on. Behind a proxy that speaks HTTPS, a loopback address.</summary>
    /// <value>Default: <c>http://127.0.0.1:5080</c>.</value>
    [Required] public string Listen { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Memory for answers that are kept ready as bytes, in MiB.</summary>
    /// <value>Default: 256.</value>
    [Range(1, 1 << 16)] public int CacheMiB { get; set; } = 256;

    /// <summary>Observations in one answer when the caller does not say.</summary>
    /// <value>Default: 1000.</value>
    [Range(1, 1_000_000)] public int PageSize { get; set; } = 1000;

    /// <summary>Observations in one answer at most.</summary>
    /// <value>Default: 100,000.</value>
    [Range(1, 10_000_000)] public int LargestPage { get; set; } = 100_000;

    /// <summary>Answers of up to so many observations are kept ready as bytes; longer ones are written as they are sent.</summary>
    /// <value>Default: 20,000.</value>
    [Range(1, 1_000_000)] public int KeptRows { get; set; } = 20_000;

    /// <summary>Answers of more observations are made aside: the caller gets 202 and fetches a file.</summary>
    /// <value>Default: 2,000,000.</value>
    [Range(1, 1_000_000_000)] public int JobRows { get; set; } = 2_000_000;

    /// <summary>Size of a file that may be uploaded, in MiB.</summary>
    /// <value>Default: 512.</value>
    [Range(1, 1 << 16)] public int LargestUploadMiB { get; set; } = 512;

    /// <summary>Archived files that are read anew to compute one figure again over HTTP; <c>dca recompute</c> has no limit.</summary>
    /// <value>Default: 2,000.</value>
    [Range(1, 1_000_000)] public int RecomputeFiles { get; set; } = 2000;

    /// <summary>Source rows shown in an evidence sample.</summary>
    /// <value>Default: 20.</value>
    [Range(1, 1000)] public int EvidenceSample { get; set; } = 20;

    /// <summary>The Chromium that prints PDF.</summary>
    /// <value>Default: empty, the one that is found on the PATH.</value>
    public string Chromium { get; set; } = "";

    /// <summary>Collector that traces of requests are sent to, in OpenTelemetry's protocol over HTTP (OTLP), such as <c>http://127.0.0.1:4318</c>.</summary>
    /// <value>Default: empty, no traces are made.</value>
    [RegularExpression("^(https?://.+)?$", ErrorMessage = "Api:OtlpEndpoint must begin with http:// or https://.")] public string OtlpEndpoint { get; set; } = "";

    internal bool OnLoopback => Listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback);
}

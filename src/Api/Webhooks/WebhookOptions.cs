using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Api.Webhooks;

/// <summary>Where events may be sent, and how often it is tried.</summary>
public sealed class WebhookOptions
{
    /// <summary>Origins that may be sent to, such as <c>https://portal.example.org</c>: scheme, host and port must be the same. The service calls no other.</summary>
    /// <value>Default: none, so that no webhook can be made.</value>
    public IList<string> Origins { get; } = [];

    /// <summary>Attempts before an event is given up; it can still be sent again by its number.</summary>
    /// <value>Default: 10, over about eight hours.</value>
    [Range(1, 50)] public int Attempts { get; set; } = 10;

    /// <summary>Seconds before the second attempt; each further one waits twice as long.</summary>
    /// <value>Default: 30.</value>
    [Range(1, 86_400)] public int FirstWaitSeconds { get; set; } = 30;

    /// <summary>Seconds between looks for something to send.</summary>
    /// <value>Default: 2.</value>
    [Range(1, 3600)] public int LookSeconds { get; set; } = 2;
}

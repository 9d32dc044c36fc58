using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>Whether codes, names or both are written.</summary>
enum LabelChoice { Id, Name, Both }

/// <summary>
/// What one query found, before it is written in some format. All formats are written from this one stream of rows, so that their cells agree.
/// </summary>
sealed class ObservationSet
{
    public required ReleaseSnapshot Release { get; init; }
    public required RequestLanguage Language { get; init; }
    public required LabelChoice Labels { get; init; }

    /// <summary>With it an answer belongs to a moment and does not name the release.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>The rows in their fixed order; may be walked more than once and is the same each time. Never held as a whole.</summary>
    public required IEnumerable<ObservationView> Rows { get; init; }

    /// <summary>Earlier answers are among the rows.</summary>
    public bool WithHistory { get; init; }

    /// <summary>
    /// The rows by the moment from which they were the answer, oldest first, so that no set has a figure twice; without history all of them as one.
    /// </summary>
    public IEnumerable<(DateTime? From, IEnumerable<ObservationView> Rows)> Versions() => WithHistory
        ? Rows.Select(x => x.KnownFrom).Distinct().Order().ToList().Select(from => ((DateTime?)from, Rows.Where(x => x.KnownFrom == from)))
        : [(null, Rows)];

    /// <summary>Codes in the order in which the rows come.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <inheritdoc cref="Indicators"/>
    public required IReadOnlyList<int> Areas { get; init; }

    /// <summary>Rows on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Cursor of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>合成数据 in both languages, or empty for real data.</summary>
    public string Mark => Release.Manifest.Synthetic ? $"{ReleaseView.Mark.Zh} {ReleaseView.Mark.En}" : "";

    /// <summary>Time at which the answer became what it is: never the time of asking, so that the same answer is the same bytes.</summary>
    public DateTime Prepared => AsOf ?? Release.Manifest.PublishedAt;

    public ReleaseView? ReleaseView => AsOf is null ? Endpoints.ReleaseView.Of(Release.Manifest) : null;
}

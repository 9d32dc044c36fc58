using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>One page of what a query finds: how many rows there are, and the rows as a stream.</summary>
sealed class ObservationPage
{
    public ObservationPage(ObservationQuery query, ReleaseSnapshot release, string basis, int offset, int limit, LabelChoice labels, RequestLanguage language)
    {
        Release = release;
        var total = query.Find(release).Count();
        Count = Math.Min(limit, Math.Max(0, total - offset));
        var name = query.AsOf is null ? release.Manifest.Name : null;
        Key = $"{basis}|{labels}|{language.Code}|{limit}|{offset}";
        Set = new ObservationSet
        {
            Release = release,
            Language = language,
            Labels = labels,
            AsOf = query.AsOf,
            WithHistory = query.WithHistory,
            Rows = query.Find(release).Skip(offset).Take(Count).Select(x => ObservationView.Of(x.Observation, x.Indicator.Header, name)),
            Indicators = query.Indicators.Select(x => x.Code).ToList(),
            Areas = query.Areas.Select(x => x.Code).ToList(),
            Total = total,
            Next = offset + Count < total ? Cursor.Write(basis, offset + Count) : null,
        };
    }

    public ReleaseSnapshot Release { get; }

    public int Count { get; }

    public string Key { get; }

    public ObservationSet Set { get; }
}

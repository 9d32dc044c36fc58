using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Evaluation.Scorecards;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>An item whose recoverable points are others than when the file came.</summary>
public sealed record UploadedGap(ScorecardRow Row, decimal Before);

/// <summary>What a file did to its city's gaps, once the figures are published again.</summary>
public sealed record UploadEffect(Scorecard Now, UploadStanding Before, IReadOnlyList<UploadedGap> Changed);

/// <summary>Holds a city's standing before an upload against the one after it.</summary>
public sealed class UploadEffects(ReleaseReader releases, Scorecards cards)
{
    public UploadStanding? Standing(int city) => Card(city) is { } card
        ? new UploadStanding(card.Release.Name, card.Points, card.Rows.ToDictionary(row => row.Item.Id, row => row.Recoverable, StringComparer.Ordinal)) : null;

    /// <summary>Null while no release holds the file.</summary>
    public UploadEffect? Of(Upload upload) => upload is { City: { } city, Before: { } before, Report.LoadId: { } load }
        && releases.Current?.Inputs.Any(input => input.LoadId == load) == true && Card(city) is { } now
        ? new UploadEffect(now, before, [.. now.Rows.Where(row => before.Recoverable.TryGetValue(row.Item.Id, out var then) && then != row.Recoverable)
            .Select(row => new UploadedGap(row, before.Recoverable[row.Item.Id])).OrderByDescending(x => Math.Abs(x.Before - x.Row.Recoverable))]) : null;

    Scorecard? Card(int code) => releases.Current is { } release && Finding.City(code.ToString(CultureInfo.InvariantCulture), release) is { } city ? cards.Latest(release, city) : null;
}

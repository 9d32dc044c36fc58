using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>A city on the overview, whose scorecard the reader may see.</summary>
public sealed record CityLine(Area City, Scorecard Card);

/// <summary>What a source brought into the release.</summary>
public sealed record SourceLine(string Source, int Files, long Read, long Accepted, long Rejected, DateTime Last);

/// <summary>The first page: every city with its sentence, the rounds with their deadlines, and what the release was made from.</summary>
public sealed class OverviewPage(ReleaseReader releases, Scorecards cards, AreaScope scope, RoundRegister register) : PortalPage(releases)
{
    public IReadOnlyList<CityLine> Rows { get; private set; } = [];

    /// <summary>Cities whose scorecards the reader may not see.</summary>
    public int Hidden { get; private set; }

    /// <summary>The scorecard of the city whose account this is: what costs it most stands first.</summary>
    public Scorecard? Own { get; private set; }

    /// <summary>The newest first; none while their database is lost, which must not keep anybody from the figures.</summary>
    public IReadOnlyList<RoundRow> Rounds { get; private set; } = [];

    public IReadOnlyList<SourceLine> NewFiles { get; private set; } = [];

    protected override bool ShownWithoutRelease => true;

    public async Task OnGet()
    {
        Title = T["overview.title"];
        Rounds = await Reachable.OrElse(register.Rounds(), []);
        if (Found is not { } release) return;
        var may = scope.May("cities/{code:int}/scorecard");
        var seen = release.Cities.Where(city => may && scope.Covers(city.Code, release)).ToList();
        Hidden = release.Cities.Count - seen.Count;
        Rows = [.. from city in seen let card = cards.Latest(release, city) where card is not null select new CityLine(city, card)];
        if (scope.Reader is { Role: Role.City, AreaCode: { } code }) Own = Rows.FirstOrDefault(row => row.City.Code == code)?.Card;
        NewFiles = release.Inputs.GroupBy(x => x.Source, StringComparer.Ordinal)
            .Select(g => new SourceLine(g.Key, g.Count(), g.Sum(x => x.RowsRead), g.Sum(x => x.RowsAccepted), g.Sum(x => x.RowsRejected), g.Max(x => x.LoadedAt)))
            .OrderBy(x => x.Source, StringComparer.Ordinal).ToList();
    }
}

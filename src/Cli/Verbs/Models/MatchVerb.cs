using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics.Models.Matching;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca match</c>: how many openings the seekers of each city could fill at most, person by person.</summary>
sealed class MatchVerb : Verb
{
    readonly Option<string?> period = new("--period") { Description = "Quarter or month of the warehouse's rows, like 2024-Q4.", HelpName = "PERIOD" };
    readonly Option<FileInfo?> openings = new("--openings") { Description = "Table in place of the warehouse: city, occupation; where known education, pay, experience, count.", HelpName = "FILE" };
    readonly Option<FileInfo?> seekers = new("--seekers") { Description = "The same of the seekers.", HelpName = "FILE" };

    public MatchVerb() : base("match", "Match seekers to openings by occupation, place, pay, education and experience: an upper bound beside E12, a model's output.")
    {
        Add(period);
        Add(openings);
        Add(seekers);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var (demand, supply) = await Sides(call, cancel);
        var cities = SupplyDemandMatch.Run(demand, supply, cancel);
        foreach (var city in cities) call.Terminal.Say(Line(city));
        var all = new CityMatch(0, cities.Sum(x => x.Openings), cities.Sum(x => x.Seekers), cities.Sum(x => x.Matched), cities.Sum(x => x.ByOccupation));
        call.Terminal.Say($"All cities, {Line(all)}; model output, match version {SupplyDemandMatch.Version}, never scored");
        return Outcome.Done(new { modelOutput = true, version = SupplyDemandMatch.Version, all, cities });
    }

    async Task<(IReadOnlyList<MatchGroup> Openings, IReadOnlyList<MatchGroup> Seekers)> Sides(Call call, CancellationToken cancel)
    {
        try
        {
            if (call.Arguments.GetValue(openings) is { } demand && call.Arguments.GetValue(seekers) is { } supply)
                return (MatchRows.Of(await CaseTable.Read(demand, cancel)), MatchRows.Of(await CaseTable.Read(supply, cancel)));
            var asked = Period.Parse(call.Arguments.GetValue(period) ?? throw new UsageException("Name --period, or both --openings and --seekers."));
            await using var services = Composition.Open(call.Settings);
            using var connection = services.GetRequiredService<WarehouseDatabase>().Connect();
            if (connection.Count("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'stg' AND table_name IN ('job_postings', 'job_seeking')") < 2)
                throw new UsageException("The warehouse holds no job_postings or no job_seeking; load both first.");
            return (MatchRows.Openings(connection, asked), MatchRows.Seekers(connection, asked));
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    static string Line(CityMatch match) => string.Create(CultureInfo.InvariantCulture,
        $"{match.City}: {match.Openings} openings, {match.Seekers} seekers, {match.Matched} can be matched person by person ({Share(match.Matched, match.Openings)} of openings); by major occupation alone {match.ByOccupation} ({Share(match.ByOccupation, match.Openings)})");

    static string Share(long part, long whole) => whole == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.00} %");
}

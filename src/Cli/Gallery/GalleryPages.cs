using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using DemoCityAnalytics.Evaluation.Rehearsal;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>Every page and chart of a site, by addresses that have something to show.</summary>
sealed record GalleryPages(IReadOnlyList<(string Name, string Address)> Pages, IReadOnlyList<(string Name, string Address)> Charts)
{
    public static async Task<GalleryPages> Of(HttpClient site, CancellationToken cancel)
    {
        var cities = (await Get(site, "/api/v1/cities", cancel)).GetProperty("cities").EnumerateArray().Select(x => x.GetProperty("code").GetInt32().ToString(CultureInfo.InvariantCulture)).ToList();
        var (city, some) = (cities[0], string.Join(',', cities.Take(8)));
        var figure = (await Get(site, $"/api/v1/observations?indicator=E05&city={city}&frequency=quarter", cancel)).GetProperty("observations").EnumerateArray()
            .Last(x => x.GetProperty("value").ValueKind == JsonValueKind.Number).GetProperty("figureId").GetString();
        return new GalleryPages(
        [
            ("overview", "/"), ("indicators", "/indicators"), ("search", "/indicators?q=失业"), ("indicator", "/indicators/E05"), ("indicator-groups", "/indicators/E12"),
            ("city", $"/cities/{city}"), ("scorecard", $"/cities/{city}/scorecard"), ("scorecard-row", $"/cities/{city}/scorecard?open=S5.3-E01"), ("market", $"/cities/{city}/market"),
            ("series-rate", $"/cities/{city}/indicators/E05?frequency=month"), ("series-cumulative", $"/cities/{city}/indicators/E01?frequency=year_to_date"),
            ("series-interval", $"/cities/{city}/indicators/C07?frequency=quarter"), ("series-groups", $"/cities/{city}/indicators/E08"), ("series-year", $"/cities/{city}/indicators/E21"),
            ("evidence", $"/evidence/{figure}"), ("compare", "/compare?ind=E05"), ("explore", "/explore"), ("explore-columns", $"/explore?ind=E01&with=E05&areas={city}&kind=column"),
            ("explore-groups", $"/explore?ind=E08&areas={city}&by=occupation&frequency=quarter"), ("vintages", $"/vintages/E05/{city}"), ("models", "/models"), ("help", "/help"), ("data", "/data"), ("api", "/docs/api"),
            ("loads", "/loads"), ("quality", $"/quality?city={city}"), ("rounds", "/rounds"), ("login", "/login"),
            ("problems", "/docs/problems"), ("problem", "/docs/problems/unknown-area"), ("not-found", "/nothing/here"),
        ],
        [
            ("chart-line", $"/api/v1/charts/indicator.png?indicator=E05&city={city}&frequency=month"), ("chart-cumulative", $"/api/v1/charts/indicator.png?indicator=E01&city={city}&frequency=year_to_date"),
            ("chart-bar", $"/api/v1/charts/bar.png?indicator=E05&city={some}"), ("chart-bar-groups", $"/api/v1/charts/bar.png?indicator=E08&city={city}&by=occupation"),
            ("chart-dots", $"/api/v1/charts/dots.png?indicator=E07&city={some}"), ("chart-multiples", $"/api/v1/charts/multiples.png?indicator=E05&city={some}&frequency=month"),
            ("chart-heat", $"/api/v1/charts/heat.png?indicator=E05&city={some}&frequency=month"), ("chart-beveridge", $"/api/v1/charts/beveridge.png?city={city}&frequency=month"),
            ("chart-radar", $"/api/v1/charts/radar.png?city={city}"), ("chart-map", "/api/v1/charts/map.png?indicator=E05"),
        ]);
    }

    /// <summary>Pages of the demo's rounds and desks, each as the office sees it that works there.</summary>
    public static async Task<IReadOnlyList<(string Name, string Office, string Address)>> OfOffices(OfficeDoor door, CancellationToken cancel)
    {
        using var rounds = JsonDocument.Parse(await door.Read("ministry-1", "/api/v1/rounds/" + DemoRounds.Second, cancel));
        var city = rounds.RootElement.GetProperty("cities")[0].GetProperty("city").GetInt32();
        var (clerk, office) = (string.Create(CultureInfo.InvariantCulture, $"city-{city}"), string.Create(CultureInfo.InvariantCulture, $"province-{city / 10_000}"));
        var (done, review, open) = ("/rounds/" + DemoRounds.First, "/rounds/" + DemoRounds.Second, "/rounds/" + DemoRounds.Third);
        return
        [
            ("office-city", clerk, "/"), ("office-upload", clerk, "/upload"), ("office-leads", clerk, "/leads"), ("office-application", clerk, $"{open}/applications/{city}"),
            ("office-papers", clerk, $"{review}/cities/{city}/papers"), ("office-progress", clerk, $"{review}/cities/{city}/progress"), ("office-self-scores", clerk, $"{review}/cities/{city}"),
            ("office-province", office, "/"), ("office-scores", office, $"{review}/cities/{city}"), ("office-rows", office, $"{review}/cities/{city}/rows?item=S5.3-E01"),
            ("office-samples", office, $"{review}/cities/{city}/samples"), ("office-ranking", office, $"{review}/provinces/{city / 10_000 * 10_000}"), ("office-objections", office, $"{review}/objections"),
            ("office-scorecard", office, $"/cities/{city}/scorecard"), ("office-round", "ministry-1", review), ("office-round-open", "operator-1", open), ("office-designation", "ministry-1", $"{done}/designation"),
            ("office-publicity", "ministry-1", $"{done}/publicity"),
        ];
    }

    static async Task<JsonElement> Get(HttpClient site, string address, CancellationToken cancel) => await site.GetFromJsonAsync<JsonElement>(address, cancel);
}

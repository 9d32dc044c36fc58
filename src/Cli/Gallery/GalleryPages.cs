using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Evaluation.Rehearsal;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>Every page and chart of a site and the states they can be in, by addresses that have something to show.</summary>
sealed record GalleryPages(IReadOnlyList<GalleryPage> Pages, IReadOnlyList<(string Name, string Address)> Charts)
{
    /// <summary>What the names of all pictures around an upload begin with.</summary>
    public const string Uploads = "office-upload";

    public static async Task<GalleryPages> Of(OfficeDoor door, CancellationToken cancel)
    {
        var cities = (await door.Read("ministry-1", "/api/v1/cities", cancel)).GetProperty("cities").EnumerateArray().Select(x => x.GetProperty("code").GetInt32().ToString(CultureInfo.InvariantCulture)).ToList();
        var (city, some) = (cities[0], string.Join(',', cities.Take(8)));
        var figure = (await door.Read("ministry-1", $"/api/v1/observations?indicator=E05&city={city}&frequency=quarter", cancel)).GetProperty("observations").EnumerateArray()
            .Last(x => x.GetProperty("value").ValueKind == JsonValueKind.Number).GetProperty("figureId").GetString();
        return new GalleryPages(
        [
            new("overview", "/"), new("indicators", "/indicators"), new("search", "/indicators?q=失业"), new("search-none", "/indicators?q=xyz"), new("indicator", "/indicators/E05"), new("indicator-groups", "/indicators/E12"),
            new("city", $"/cities/{city}") { OnPaper = true }, new("scorecard", $"/cities/{city}/scorecard") { OnPaper = true }, new("scorecard-row", $"/cities/{city}/scorecard?open=S5.3-E01"), new("market", $"/cities/{city}/market") { OnPaper = true },
            new("series-rate", $"/cities/{city}/indicators/E05?frequency=month") { OnPaper = true }, new("series-cumulative", $"/cities/{city}/indicators/E01?frequency=year_to_date"),
            new("series-interval", $"/cities/{city}/indicators/C07?frequency=quarter"), new("series-groups", $"/cities/{city}/indicators/E08"), new("series-year", $"/cities/{city}/indicators/E21"), new("series-forecast", $"/cities/{city}/indicators/E01?frequency=month"),
            new("evidence", $"/evidence/{figure}"), new("evidence-recomputed", $"/evidence/{figure}") { Acts = ["document.querySelector('form[action^=\"/evidence\"] button').click()"] },
            new("compare", "/compare?ind=E05") { OnPaper = true }, new("explore", "/explore"), new("explore-columns", $"/explore?ind=E01&with=E05&areas={city}&kind=column"),
            new("explore-groups", $"/explore?ind=E08&areas={city}&by=occupation&frequency=quarter"), new("explore-nothing", $"/explore?ind=E05&areas={city}&from=1999-01&to=1999-12"),
            new("vintages", $"/vintages/E05/{city}"), new("models", "/models"), new("help", "/help"), new("data", "/data"), new("api", "/docs/api"),
            new("loads", "/loads"), new("loads-none", "/loads?source=area&state=rejected"), new("quality", $"/quality?city={city}"), new("quality-all", "/quality"), new("rounds", "/rounds"),
            new("publicity", $"/rounds/{DemoRounds.Second}/publicity"), new("login", "/login"),
            new("login-refused", "/login") { Acts = ["document.getElementById('name').value = 'nobody'; document.getElementById('password').value = 'wrong'; document.querySelector('main form button').click()"] },
            new("problems", "/docs/problems"), new("problem", "/docs/problems/unknown-area"), new("not-found", "/nothing/here"), new("unknown-area", "/cities/999999"), new("login-required", "/upload"),
            new("forbidden", $"/cities/{cities[^1]}/scorecard", $"city-{city}"), new("wrong-parameter", "/explore?frequency=weekly"),
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
    public static async Task<IReadOnlyList<GalleryPage>> OfOffices(OfficeDoor door, CancellationToken cancel)
    {
        var city = (await door.Read("ministry-1", "/api/v1/rounds/" + DemoRounds.Second, cancel)).GetProperty("cities")[0].GetProperty("city").GetInt32();
        var (clerk, office) = (string.Create(CultureInfo.InvariantCulture, $"city-{city}"), string.Create(CultureInfo.InvariantCulture, $"province-{city / 10_000}"));
        var (done, review, open) = ("/rounds/" + DemoRounds.First, "/rounds/" + DemoRounds.Second, "/rounds/" + DemoRounds.Third);
        return
        [
            new("office-city", "/", clerk), new(Uploads, "/upload", clerk), new("office-leads", "/leads", clerk), new("office-application", $"{open}/applications/{city}", clerk),
            new("office-papers", $"{review}/cities/{city}/papers", clerk), new("office-progress", $"{review}/cities/{city}/progress", clerk), new("office-self-scores", $"{review}/cities/{city}", clerk),
            new("office-province", "/", office), new("office-scores", $"{review}/cities/{city}", office) { OnPaper = true }, new("office-rows", $"{review}/cities/{city}/rows?item=S5.3-E01", office),
            new("office-samples", $"{review}/cities/{city}/samples", office), new("office-sample", $"{review}/cities/{city}/samples", office) { Acts = ["document.querySelector('main table a').click()"] },
            new("office-ranking", $"{review}/provinces/{city / 10_000 * 10_000}", office) { OnPaper = true }, new("office-objections", $"{review}/objections", office),
            new("office-scorecard", $"/cities/{city}/scorecard", office), new("office-rounds", "/rounds", "operator-1"), new("office-round", review, "ministry-1"), new("office-round-open", open, "operator-1"),
            new("office-designation", $"{done}/designation", "ministry-1"), new("office-publicity", $"{done}/publicity", "ministry-1"), new("office-jobs", "/jobs/dashboard", "operator-1"),
        ];
    }

    /// <summary>A city's file with refused rows, as its clerk finds it; the last of all, because a release follows it.</summary>
    public static async Task<IReadOnlyList<GalleryPage>> OfUpload(OfficeDoor door, CancellationToken cancel)
    {
        var city = (await door.Read("ministry-1", "/api/v1/cities", cancel)).GetProperty("cities")[0].GetProperty("code").GetInt32();
        var clerk = string.Create(CultureInfo.InvariantCulture, $"city-{city}");
        var id = await door.Send(clerk, "natural_attrition", string.Create(CultureInfo.InvariantCulture, $"自然减员_{city}_2025Q4.csv"), $"""
            减员编号,证件号码,减员类别,是否城镇,减员日期,就业地行政区划,更新时间
            GALLERY-1,{city}199001011233,1,是,2025-10-08,{city},2026-01-05 09:00:00
            GALLERY-2,{city}198203044516,1,是,2025-11-19,{city},2026-01-05 09:00:00
            GALLERY-3,{city}197107157729,不详,是,2025-12-01,{city},2026-01-05 09:00:00
            GALLERY-4,{city}196512120038,1,不清楚,2025-13-40,{city},2026-01-05 09:00:00

            """, cancel);
        return [new(Uploads + "-refused-rows", $"/uploads/{id}", clerk), new(Uploads + "s", "/upload", clerk)];
    }
}

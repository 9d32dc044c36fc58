using System.Globalization;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Finds what a request names, or says what comes nearest.</summary>
static class Finding
{
    public static Problem UnknownIndicator(string code, ReleaseSnapshot release)
    {
        var known = release.Indicators.Select(x => x.Code).Concat(release.Indicators.Select(x => x.Header.Id));
        var nearest = NearestName.Of(code, known);
        return new Problem("unknown-indicator",
            $"没有指标“{code}”{(nearest is null ? "。" : $"，是否为 {nearest}？")}GET /api/v1/indicators 列出全部 {release.Indicators.Count} 项。",
            $"There is no indicator '{code}'{(nearest is null ? "" : $" (did you mean '{nearest}'?)")}. GET /api/v1/indicators lists all {release.Indicators.Count}.");
    }

    public static Problem UnknownArea(string code, ReleaseSnapshot release)
    {
        var nearest = Nearest(code, release);
        return new Problem("unknown-area",
            $"没有行政区划“{code}”的数据{(nearest is null ? "。" : $"，是否为 {nearest.Code}（{nearest.Name}）？")}GET /api/v1/cities 列出有数据的 {release.Cities.Count} 个城市。",
            $"There are no figures for area '{code}'{(nearest is null ? "" : $" (did you mean {nearest.Code}, {nearest.Name}?)")}. GET /api/v1/cities lists the {release.Cities.Count} cities that have some.");
    }

    public static Problem UnknownFigure(string id, ReleaseSnapshot release) => new("unknown-figure",
        $"发布版 {release.Manifest.Name} 中没有数值“{id}”。编号形如 E05::130100:2024-Q4。",
        $"Release {release.Manifest.Name} has no figure '{id}'. Ids look like E05::130100:2024-Q4.");

    public static Problem UnknownGroup(string id)
    {
        var groups = string.Join(", ", PeerGroups.BuiltIn.Groups.Select(x => x.Id));
        return new Problem("unknown-group", $"没有城市分组“{id}”，可用：{groups}。", $"There is no group of cities '{id}'; expected one of {groups}.");
    }

    /// <summary>A city with figures, by its code or its name.</summary>
    public static Area? City(string code, ReleaseSnapshot release) =>
        release.Cities.FirstOrDefault(city => city.Code.ToString(CultureInfo.InvariantCulture) == code || city.Name == code);

    /// <summary>Any area of the release, by its code or its name: nation, province, city, district.</summary>
    public static Area? Area(string code, ReleaseSnapshot release) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? release.Areas.GetValueOrDefault(number)
            : release.Areas.Values.FirstOrDefault(area => area.Name == code);

    static Area? Nearest(string code, ReleaseSnapshot release)
    {
        var byName = release.Cities.FirstOrDefault(city => code.Length > 1 && city.Name.StartsWith(code, StringComparison.Ordinal));
        if (byName is not null) return byName;
        var nearest = NearestName.Of(code, release.Cities.Select(city => city.Code.ToString(CultureInfo.InvariantCulture)));
        return nearest is null ? null : City(nearest, release);
    }
}

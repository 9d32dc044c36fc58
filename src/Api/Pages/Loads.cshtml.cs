using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Quality;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The files that a release was made from, the newest first, a page at a time.</summary>
public sealed class LoadsPage(ReleaseReader releases, LoadRecords records) : PortalPage(releases)
{
    const int Listed = 50;

    /// <summary>Loads with refused rows alone, or those without any.</summary>
    public static IReadOnlyList<string> States { get; } = ["rejected", "clean"];

    public IReadOnlyList<Batch> Files { get; private set; } = [];

    public IReadOnlyList<string> Sources { get; private set; } = [];

    public bool KnowsCities => records.KnowsCities(Release);

    public int Total { get; private set; }

    /// <summary>The place of the first file shown, from 1.</summary>
    public int First { get; private set; }

    public string? Source { get; private set; }

    public Area? City { get; private set; }

    public string? State { get; private set; }

    /// <summary>Addresses of the pages beside this one.</summary>
    public string? Newer { get; private set; }

    public string? Older { get; private set; }

    public IActionResult OnGet()
    {
        var batches = records.Batches(Release);
        Sources = [.. batches.Select(x => x.Input.Source).Distinct().Order(StringComparer.Ordinal)];
        var query = new QueryReader(Request, "source", "city", "state", "cursor");
        (Source, State) = (query.OneOf("source", [.. Sources]), query.OneOf("state", [.. States]));
        var asked = query.Text("city");
        if (query.Problem is { } problem) return problem;
        if (asked is not null && (City = Finding.City(asked, Release)) is null) return Finding.UnknownArea(asked, Release);

        var found = batches.Where(x => (Source is null || x.Input.Source == Source) && (City is null || x.Cities.Contains(City.Code))
            && (State is null || State == "rejected" == x.Input.RowsRejected > 0)).ToList();
        var basis = $"{Release.Manifest.Name}|loads|{Source}|{asked}|{State}";
        if (Cursor.Read(query.Text("cursor"), basis) is not { } offset || offset > found.Count)
        {
            query.Refuse("cursor", "value", "cursor 属于另一个发布版或另一组筛选条件，请从第一页开始。", "cursor belongs to another release or other filters; begin at the first page.");
            return query.Problem!;
        }
        (Title, Total, First) = (T["loads.title"], found.Count, offset + 1);
        Files = [.. found.Skip(offset).Take(Listed)];
        if (offset > 0) Newer = offset <= Listed ? Own() : Cursor.Address(Request, Cursor.Write(basis, offset - Listed));
        if (offset + Listed < found.Count) Older = Cursor.Address(Request, Cursor.Write(basis, offset + Listed));
        return Page();
    }

    string Own() => QueryHelpers.AddQueryString("/loads", new Dictionary<string, string?>
    {
        ["source"] = Source,
        ["city"] = City?.Code.ToString(CultureInfo.InvariantCulture),
        ["state"] = State,
    }.Where(x => x.Value is not null));
}

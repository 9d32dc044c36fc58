using System.Net;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Rounds;

/// <summary>A check by telephone over the API: rows drawn from those behind a frozen figure, results entered, what they prove.</summary>
public sealed class SampleTests(PipelineSite pipeline) : IClassFixture<PipelineSite>
{
    [Fact]
    public async Task Sample_IsDrawn_Recorded_AndProvesAShare()
    {
        await using var round = await CheckedRound.Start(pipeline);
        var (office, samples) = (round.Site.As("office"), $"/cities/{round.City}/samples");
        object Drawing(int size, string item = "S5.3-E01") => new { item, size, seed = "20240101" };
        await office.Refused(HttpMethod.Post, samples, Drawing(0), null, HttpStatusCode.UnprocessableEntity, "not-complete");
        await office.Refused(HttpMethod.Post, samples, Drawing(3, "S9.9-E99"), null, HttpStatusCode.UnprocessableEntity, "not-complete");
        await round.Site.As("sichuan").Refused(HttpMethod.Post, samples, Drawing(3), null, HttpStatusCode.Forbidden, "area-not-yours");

        var (drawn, _) = await office.Post(samples, Drawing(3), expected: HttpStatusCode.Created);
        await office.Refused(HttpMethod.Post, samples, Drawing(3), null, HttpStatusCode.Conflict, "not-now", "already_exists");

        var sheet = $"{samples}/{drawn.GetProperty("id").GetString()}";
        object Found(string result, string note = "") => new { result, note };
        await office.Refused(HttpMethod.Put, sheet + "/lines/1", Found("confirmed"), null, (HttpStatusCode)428, "version-needed");
        await office.Refused(HttpMethod.Put, sheet + "/lines/1", Found("confirmed"), "\"9\"", HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await office.Refused(HttpMethod.Put, sheet + "/lines/2", Found("denied"), "\"1\"", HttpStatusCode.UnprocessableEntity, "not-complete");
        await office.Put(sheet + "/lines/1", Found("confirmed"), "\"1\"");
        await office.Put(sheet + "/lines/2", Found("denied", "本人称未在该单位工作"), "\"1\"");
        await office.Put(sheet + "/lines/3", Found("unreachable"), "\"1\"");

        var result = await office.Get(sheet);
        Assert.Equal((3, 2, 1, 50m), (result.GetProperty("drawn").GetInt32(), result.GetProperty("reached").GetInt32(), result.GetProperty("confirmed").GetInt32(), result.GetProperty("ratePercent").GetDecimal()));
        Assert.Equal(1, (await office.Get(samples)).GetProperty("samples").GetArrayLength());
        await office.Get(samples + "/no-such-sample", HttpStatusCode.NotFound);
    }
}

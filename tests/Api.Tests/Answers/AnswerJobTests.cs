using System.Net;
using System.Text.Json;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Answers;

/// <summary>Answers that are made aside and fetched as a file.</summary>
public sealed class AnswerJobTests
{
    const string Query = "/api/v1/observations.csv?breakdown=*&limit=all";

    [Theory]
    [InlineData("respond-async", "2000000")]
    [InlineData(null, "100")]
    public async Task LargeAnswer_IsMadeAside_AndIsTheSameBytes(string? prefer, string jobRows)
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"), ("Api:JobRows", jobRows));
        using var client = site.Client();
        if (prefer is not null) client.DefaultRequestHeaders.Add("Prefer", prefer);

        var asked = await client.GetAsync(Query);
        var again = await client.GetAsync(Query);
        var job = await Done(client, asked.Headers.Location!);
        var file = await client.GetAsync(job.GetProperty("result").GetString());

        Assert.Equal((HttpStatusCode.Accepted, asked.Headers.Location), (asked.StatusCode, again.Headers.Location));
        Assert.NotNull(asked.Headers.RetryAfter);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        await using var patient = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));
        Assert.Equal(await patient.Client().GetByteArrayAsync(Query), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/jobs/nothing/result")).StatusCode);
    }

    static async Task<JsonElement> Done(HttpClient client, Uri address)
    {
        for (var waited = 0; ; waited++)
        {
            var job = JsonDocument.Parse(await client.GetStringAsync(address)).RootElement;
            if (job.GetProperty("state").GetString() is "done" or "failed") return job;
            Assert.True(waited < 1200, "The job did not end within two minutes.");
            await Task.Delay(100);
        }
    }
}

using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Endpoints;

public sealed class ApiDescriptionTests(OpenSite open) : IClassFixture<OpenSite>
{
    const string Accept = "DCA_ACCEPT";
    static readonly string[] Methods = ["get", "put", "post", "delete"];
    static readonly string[] Elsewhere = ["/rounds/", "/evidence", "/uploads", "/webhooks", "/jobs"];

    /// <summary>A change of contract must show in review: the committed description is the one served.</summary>
    [Fact]
    public async Task CommittedDescription_IsTheOneServed()
    {
        var file = Repository.PathOf("src", "Api", "openapi.json");
        var served = (await open.Site.Text("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Accept) is not null) await File.WriteAllTextAsync(file, served);

        Assert.True(served == await File.ReadAllTextAsync(file), $"{file} is not what the API serves. If the change is meant, run this test with {Accept}=1 and commit the file.");
    }

    [Fact]
    public async Task EveryOperation_HasSummaryDescriptionExampleAndErrors()
    {
        var description = await open.Site.Json("/openapi/v1.json");

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(x => Methods.Contains(x.Name)))
            {
                var (name, described) = ($"{operation.Name} {path.Name}", operation.Value);
                Assert.True(described.GetProperty("summary").GetString()!.Length > 5, name);
                Assert.True(described.GetProperty("description").GetString()!.Length > 20, name);
                var ok = described.GetProperty("responses").EnumerateObject().First(x => x.Name is "200" or "201").Value.GetProperty("content");
                Assert.All(ok.EnumerateObject(), form => Assert.True(form.Value.TryGetProperty("example", out _), $"{name} has no example of {form.Name}"));
                if (described.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var sent))
                    Assert.True(sent.TryGetProperty("example", out _), $"{name} has no example of what it takes");
                if (path.Name.StartsWith("/api/", StringComparison.Ordinal)) Assert.True(described.GetProperty("responses").TryGetProperty("401", out _), $"{name} does not state 401");
            }
        }
    }

    [Fact]
    public async Task EveryExampleAddress_IsAnswered()
    {
        // Rounds are changed by people, and evidence needs the lake; their own tests go through those addresses. Uploads and webhooks are for
        // others, and jobs begin with a question.
        foreach (var operation in DescribedOperation.All.Where(x => x.Method == "GET" && !Elsewhere.Any(part => x.Path.Contains(part, StringComparison.Ordinal))))
            // The example's figure is of a quarter that the sample release does not reach.
            await open.Site.Text(operation.Address().Replace("2024-Q4", "2024-Q3", StringComparison.Ordinal));
    }
}

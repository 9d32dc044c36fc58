using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>The API's own JSON: one object per figure.</summary>
sealed class JsonRows : ObservationFormat
{
    public override string Name => "json";
    public override string MediaType => "application/json; charset=utf-8";
    public override string Extension => "json";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var names = set.Labels == LabelChoice.Id ? null : new Names(set.Release, set.Language);
        await using var json = new JsonOutput(to);
        var writer = json.Writer;
        writer.WriteStartObject();
        json.Property("release", set.ReleaseView);
        json.Property("asOf", set.AsOf);
        writer.WriteNumber("total", set.Total);
        writer.WriteString("next", set.Next);
        writer.WriteStartArray("observations");
        foreach (var row in set.Rows)
        {
            JsonSerializer.Serialize(writer, names is null ? row : row with { Labels = names.Of(row) }, JsonText.Options);
            await json.MayPass(cancel);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await json.Pass(cancel);
    }
}

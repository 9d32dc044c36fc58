using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>One format in which observations are answered.</summary>
abstract class ObservationFormat
{
    /// <summary>As in <c>format=</c> and as the address's suffix.</summary>
    public abstract string Name { get; }

    public abstract string MediaType { get; }

    /// <summary>Ending of a file saved from the answer.</summary>
    public abstract string Extension { get; }

    /// <summary>False when the bytes are packed already.</summary>
    public virtual bool Compressible => true;

    /// <summary>Writes all rows, passing bytes on as rows come in: memory does not grow with their number.</summary>
    public abstract Task Write(ObservationSet set, Stream to, CancellationToken cancel);
}

/// <summary>All formats, and which of them a request takes.</summary>
static class ObservationFormats
{
    public static readonly IReadOnlyList<ObservationFormat> All =
    [
        new JsonRows(), new JsonStat(), new CsvRows(), new SdmxCsv(), new SdmxJson(), new SdmxMl(), new ArrowStream(), new ParquetFile(), new Workbook(),
    ];

    public static readonly string[] Names = [.. All.Select(format => format.Name)];

    public static ObservationFormat Of(string name) => All.First(format => format.Name == name);

    /// <summary>What the Accept header prefers; null when none of its types is offered.</summary>
    public static ObservationFormat? Negotiated(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0) return All[0];
        return accept.Where(wanted => wanted.Quality is not 0).OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(Match).FirstOrDefault(format => format is not null);
    }

    // A type with a version or profile is taken when the name agrees: clients write parameters in many ways.
    static ObservationFormat? Match(MediaTypeHeaderValue wanted) =>
        wanted.MatchesAllTypes || wanted.MediaType.Value is "application/*" or "text/*" or "text/html"
            ? All[0]
            : All.FirstOrDefault(format => wanted.MediaType.Equals(format.MediaType.Split(';')[0], StringComparison.OrdinalIgnoreCase));
}

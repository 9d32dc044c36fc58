using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Source}/{File}: {Read} rows read, {Accepted} accepted, {Rejected} rejected, {New} new")]
    public static partial void FileLoaded(this ILogger log, string source, string file, long read, long accepted, long rejected, long @new);

    [LoggerMessage(2, LogLevel.Warning, "{Source}/{File}: refused, {Issues} issues listed beside the file")]
    public static partial void FileRefused(this ILogger log, string source, string file, int issues);

    [LoggerMessage(3, LogLevel.Information, "{Computed} figures computed for {Cities} cities with changed rows, {Added} new or changed")]
    public static partial void FiguresComputed(this ILogger log, int cities, long computed, long added);

    [LoggerMessage(4, LogLevel.Information, "Release {Release}: {State}")]
    public static partial void ReleasePublished(this ILogger log, string release, string state);

    [LoggerMessage(5, LogLevel.Information, "Model {Model}: {Status}; number {Number} is in use")]
    public static partial void ModelTrained(this ILogger log, string model, string status, int number);

    [LoggerMessage(6, LogLevel.Information, "{Leads} new leads on postings in force")]
    public static partial void PostingsScreened(this ILogger log, int leads);

    [LoggerMessage(7, LogLevel.Information, "{Pull}: {Read} rows read, {Accepted} accepted, {Rejected} rejected, {New} new")]
    public static partial void Pulled(this ILogger log, string pull, long read, long accepted, long rejected, long @new);

    [LoggerMessage(8, LogLevel.Information, "{Pull}: nothing new")]
    public static partial void NothingNew(this ILogger log, string pull);

    [LoggerMessage(9, LogLevel.Information, "The drop folder is being loaded; what has come since is taken by the next run")]
    public static partial void StillLoading(this ILogger log);
}

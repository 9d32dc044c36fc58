using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api;

static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void RequestFailed(ILogger log, Exception exception, string method, string path);

    [LoggerMessage(2, LogLevel.Information, "{Name} logged in as {Role}")]
    public static partial void LoggedIn(ILogger log, string name, string role);

    [LoggerMessage(3, LogLevel.Warning, "A login was refused")]
    public static partial void LoginRefused(ILogger log);

    [LoggerMessage(4, LogLevel.Information, "{Name} read source rows of {Figure}")]
    public static partial void RowsRead(ILogger log, string name, string figure);

    [LoggerMessage(5, LogLevel.Information, "{Name} sent a file of {Source} as {Upload}, {Bytes} bytes")]
    public static partial void Uploaded(ILogger log, string name, string source, string upload, long bytes);

    [LoggerMessage(6, LogLevel.Error, "Upload {Upload} of {Source} could not be loaded")]
    public static partial void UploadFailed(ILogger log, Exception exception, string source, string upload);

    [LoggerMessage(7, LogLevel.Error, "{Program} did not print: {Said}")]
    public static partial void PrintFailed(ILogger log, string program, string said);

    [LoggerMessage(9, LogLevel.Error, "Answer {Job} could not be written")]
    public static partial void AnswerFailed(ILogger log, Exception exception, string job);

    [LoggerMessage(8, LogLevel.Error, "Webhooks could not be looked after")]
    public static partial void WebhooksFailed(ILogger log, Exception exception);
}

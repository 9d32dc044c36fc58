using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>How far an answer that is made aside has come.</summary>
public enum AnswerJobState { Waiting, Running, Done, Failed }

/// <summary>An answer that is made aside.</summary>
/// <param name="Rows">Figures in the answer.</param>
/// <param name="Bytes">Size of the file once it is done.</param>
public sealed record AnswerJob(string Id, AnswerJobState State, long Rows, string MediaType, string FileName, DateTime AskedAt, long? Bytes, string? Sha256);

/// <summary>
/// Answers that a caller will not wait for: written to files, one after the other, and kept for a while. The same question to the same release is
/// the same job.
/// </summary>
sealed class AnswerJobs(IOptions<WarehouseOptions> options, TimeProvider clock, ILogger<AnswerJobs> log) : BackgroundService
{
    const int Kept = 20;
    readonly string folder = Path.Combine(options.Value.Folder, "answers");
    // Whoever knows a job's number may fetch its answer, so it cannot be worked out from the question.
    readonly byte[] secret = RandomNumberGenerator.GetBytes(32);
    readonly ConcurrentDictionary<string, AnswerJob> jobs = new(StringComparer.Ordinal);
    readonly Channel<(string Id, ObservationFormat Format, ObservationSet Set)> queue = Channel.CreateUnbounded<(string, ObservationFormat, ObservationSet)>();

    public AnswerJob? Find(string id) => jobs.GetValueOrDefault(id);

    public string FileOf(AnswerJob job) => Path.Combine(folder, job.Id);

    /// <param name="key">Release as the caller sees it, query, format and language.</param>
    public AnswerJob Ask(string key, ObservationFormat format, ObservationSet set, long rows, string fileName)
    {
        var id = Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(key)))[..32];
        var job = new AnswerJob(id, AnswerJobState.Waiting, rows, format.MediaType, fileName, clock.GetUtcNow().UtcDateTime, null, null);
        var known = jobs.AddOrUpdate(id, job, (_, before) => before.State == AnswerJobState.Failed ? job : before);
        if (ReferenceEquals(known, job)) queue.Writer.TryWrite((id, format, set));
        return known;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What an earlier process left belongs to jobs that nobody can ask for any more.
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        try
        {
            await foreach (var (id, format, set) in queue.Reader.ReadAllAsync(stoppingToken)) await Make(id, format, set, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; callers ask again.
        }
    }

    async Task Make(string id, ObservationFormat format, ObservationSet set, CancellationToken cancel)
    {
        jobs[id] = jobs[id] with { State = AnswerJobState.Running };
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, id);
        try
        {
            await using (var to = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true)) await format.Write(set, to, cancel);
            await using var written = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancel));
            jobs[id] = jobs[id] with { State = AnswerJobState.Done, Bytes = written.Length, Sha256 = sha256 };
        }
        catch (IOException e)
        {
            Log.AnswerFailed(log, e, id);
            File.Delete(file);
            jobs[id] = jobs[id] with { State = AnswerJobState.Failed };
        }
        foreach (var old in jobs.Values.Where(x => x.State is AnswerJobState.Done or AnswerJobState.Failed).OrderByDescending(x => x.AskedAt).Skip(Kept))
            if (jobs.TryRemove(old.Id, out _)) File.Delete(FileOf(old));
    }
}

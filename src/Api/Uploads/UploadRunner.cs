using System.Threading.Channels;
using DemoCityAnalytics.Api.Operation;
using DemoCityAnalytics.Ingest.Loading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>
/// Loads what has been sent, one file after the other, since the warehouse has one writer. Files that a stopped process had not come to
/// are taken up at the next start; loading one twice takes effect once.
/// </summary>
public sealed class UploadRunner(UploadStore store, UploadSteps steps, IServiceProvider services, Measurements measurements, ILogger<UploadRunner> log) : BackgroundService
{
    readonly Channel<string> waiting = Channel.CreateUnbounded<string>();

    /// <summary>Whether this process can load: one that only reads releases cannot.</summary>
    public bool CanLoad => services.GetService<Loader>() is not null;

    public void Take(Upload upload)
    {
        steps.Add(upload.Id, UploadState.Received, 0, 0);
        waiting.Writer.TryWrite(upload.Id);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.GetService<Loader>() is not { } loader) return;
        foreach (var left in store.All().Where(upload => !upload.Ended).Reverse()) Take(left);
        await foreach (var id in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (store.Find(id) is not { Ended: false } upload) continue;
            try
            {
                await Load(loader, upload, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.UploadFailed(log, e, upload.Source, upload.Id);
                End(upload.With(Refused(upload, "internal", "系统在装载时出错，请联系管理员，并提供上传编号。", "The system failed while loading; tell the operator the upload's number.")));
            }
        }
    }

    async Task Load(Loader loader, Upload upload, CancellationToken cancel)
    {
        store.Save(upload = upload with { State = UploadState.Loading });
        steps.Add(upload.Id, UploadState.Loading, 0, 0);
        var file = store.FileOf(upload);
        if (upload.City is { } own && await Foreign(loader, upload, file, own, cancel) is { } refused)
        {
            End(upload.With(refused));
            return;
        }
        var progress = new Reported(x => steps.Add(upload.Id, UploadState.Loading, x.Rows, x.TotalBytes == 0 ? 0 : (int)(x.Bytes * 100 / x.TotalBytes)));
        var report = await loader.Load(upload.Source, file, LoadOptions.Default, progress, cancel);
        End(upload.With(report));
        if (report.NewRows > 0) services.GetService<AfterUpload>()?.Run();
    }

    // Rows of other cities are found before anything is written.
    static async Task<LoadReport?> Foreign(Loader loader, Upload upload, string file, int own, CancellationToken cancel)
    {
        var foreign = (await loader.Explain(file, upload.Source, LoadOptions.Default, cancel)).Cities.Where(city => city != own).Order().ToList();
        return foreign.Count == 0 ? null : Refused(upload, "area_not_yours",
            $"文件含有其他城市（{string.Join("、", foreign)}）的数据，您的账户只能上报本市（{own}）的数据。请删除这些行后重新上传。",
            $"The file holds rows of other cities ({string.Join(", ", foreign)}); your account may send those of {own} only. Remove these rows and send it again.");
    }

    static LoadReport Refused(Upload upload, string rule, string zh, string en) => new()
    {
        Source = upload.Source,
        File = upload.File,
        Outcome = LoadOutcome.Failed,
        Sha256 = upload.Sha256,
        Bytes = upload.Bytes,
        Synthetic = false,
        Issues = [new LoadIssue(upload.File, null, "", rule, zh, en)],
    };

    void End(Upload upload)
    {
        store.Save(upload);
        steps.Add(upload.Id, upload.State, upload.Report!.RowsRead, 100);
        measurements.Uploaded(upload.State);
    }

    // Reported at once and in order; Progress<T> would pass reports to other threads.
    sealed class Reported(Action<LoadProgress> report) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => report(value);
    }
}

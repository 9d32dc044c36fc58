using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Jobs;
using Hangfire;

namespace DemoCityAnalytics.Cli.Hosting;

/// <summary>After an upload the figures are computed and published at once, not at night: whoever sent a file wants to see what it changed.</summary>
static class ComputingAfterUploads
{
    public static IServiceCollection AddComputingAfterUploads(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var jobs = provider.GetRequiredService<IBackgroundJobClient>();
        return new AfterUpload(() =>
        {
            var computing = jobs.Enqueue<ComputeJob>(job => job.Run(CancellationToken.None));
            jobs.ContinueJobWith<PublishJob>(computing, job => job.Run(CancellationToken.None));
        });
    });
}

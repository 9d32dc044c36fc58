using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using Training = DemoCityAnalytics.Metrics.Models.Training.Training;

namespace DemoCityAnalytics.Jobs.Tests;

[Collection("hosts")]
public sealed class ModelJobsTests
{
    /// <summary>Of three postings in force one limits the sex and one asks for a deposit; the night after, neither is found anew.</summary>
    [Fact]
    public async Task Screen_LoadsWhatItFindsAsOpenLeads_Once()
    {
        await using var host = await JobHost.Start(null);
        var today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        await host.Drop("job_postings", $"""
            posting_id,title,description,area,published_on,valid_to,employer_name
            P1,收银员,仅限女性,130100,{today:yyyy-MM-dd},{today.AddDays(60):yyyy-MM-dd},合成单位
            P2,普工,入职须交纳押金300元,130100,{today:yyyy-MM-dd},{today.AddDays(60):yyyy-MM-dd},合成单位
            P3,会计,"不限性别，无需押金",130100,{today:yyyy-MM-dd},{today.AddDays(60):yyyy-MM-dd},合成单位

            """);
        Assert.Equal("Succeeded", (await host.RunNow("load")).State);

        Assert.Equal("Succeeded", (await host.RunNow("screen")).State);
        Assert.Equal("Succeeded", (await host.RunNow("screen")).State);

        using var warehouse = host.Warehouse.Connect();
        Assert.Equal(
            ["P1 1 0 130100", "P2 9 0 130100"],
            warehouse.Query("SELECT posting_id || ' ' || violation_kind || ' ' || decision || ' ' || city_code FROM stg.posting_violation ORDER BY posting_id", row => row.GetString(0)));
    }

    [Fact]
    public async Task Train_WithoutData_SaysWhyInBothLanguages_AndSucceeds()
    {
        await using var host = await JobHost.Start(null);

        Assert.Equal("Succeeded", (await host.RunNow("train")).State);

        var status = host.Service<ModelService>().Store.LastStatus(ModelTraining.Forecast)!;
        Assert.Equal(("没有得出模型：尚无发布版", "no model: there is no release yet"), (status.Zh, status.En));
    }

    /// <summary>What the model wrote is a figure of the release like any other, with its label; a roll-back brings the earlier one back, and the later stays in history.</summary>
    [Fact]
    public async Task Forecasts_AreReleased_AndFollowARollBack()
    {
        await using var host = await JobHost.Start(null);
        await host.Drop("labour_stock", "month,area,urban_employed\n2024-11,130100,1000\n2024-12,130100,1000\n");
        await host.RunNow("load");
        var (models, metrics) = (host.Service<ModelService>(), host.Service<MetricsService>());
        models.Store.Keep(Made("130100,new_urban_jobs,2025-01,2024-12,412,388,436,theta,2,1,2020-01,2024-12,ab,83,2025-01-06 01:45:00"));
        models.Store.Keep(Made("130100,new_urban_jobs,2025-01,2024-12,500,480,520,theta,2,2,2020-01,2024-12,cd,70,2025-01-13 01:45:00"));
        var turn = host.Service<ModelTurn>();

        Assert.True((await turn.RollBack(ModelTraining.Forecast, 2, CancellationToken.None)).Loaded);
        Assert.Equal((500m, "模型输出：第2版，训练期2020-01至2024-12，留出检验的误差为季节性朴素法的0.70倍"), await Released());
        Assert.False((await turn.RollBack(ModelTraining.Forecast, 2, CancellationToken.None)).Loaded);
        Assert.True((await turn.RollBack(ModelTraining.Forecast, 1, CancellationToken.None)).Loaded);
        Assert.Equal(412m, (await Released()).Value);
        Assert.Equal([500m, 412m], Snapshot().History(FigureId.Parse("M01::130100:2025-01")).Select(x => x.Value!.Value).Order().Reverse());
        Assert.Null(Snapshot().LatestMonth(130100)); // what is only expected moves no area on

        ReleaseSnapshot Snapshot() => new ReleaseStore(host.Warehouse.ReleaseFolder).Current()!;

        async Task<(decimal? Value, string? Note)> Released()
        {
            await metrics.Publish(CancellationToken.None);
            var figure = Snapshot().Find(FigureId.Parse("M01::130100:2025-01"))!;
            Assert.Equal(ObservationStatus.Estimated, figure.Status);
            return (figure.Value, figure.Note);
        }
    }

    static Training Made(string row) => new(
        ModelTraining.Forecast, new("forecast", "2", "2020-01", "2024-12", row, new() { Zh = "", En = "" }), 1, new() { Zh = "训练完成", En = "trained" },
        (_, folder) => File.WriteAllText(Path.Combine(folder, ForecastTable.File),
            "area,series,target_month,made_from,value,low,high,model,model_version,model_number,trained_from,trained_to,data_hash,error_hundredths,updated_at\n" + row + "\n"));
}

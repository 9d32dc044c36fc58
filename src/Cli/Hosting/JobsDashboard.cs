using DemoCityAnalytics.Api.Access;
using Hangfire;
using Hangfire.Dashboard;

namespace DemoCityAnalytics.Cli.Hosting;

/// <summary>The page of the jobs, for operators who have logged in.</summary>
static class JobsDashboard
{
    const string Address = "/jobs/dashboard";

    public static void MapJobsDashboard(this WebApplication app)
    {
        var operators = new AccessRule([Role.Operator]);
        app.Services.GetRequiredService<AccessTable>().State("jobs", operators).State(Address + "/{**path}", operators);
        app.MapGet("/jobs", () => Results.Redirect(Address));
        app.MapHangfireDashboard(Address, new DashboardOptions
        {
            Authorization = [new OperatorsOnly()],
            DisplayStorageConnectionString = false,
            DashboardTitle = "任务 / Jobs",
            AppPath = "/",
        });
    }

    /// <summary>Asks again what the access table states: a dashboard must not depend on one lock only.</summary>
    sealed class OperatorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(nameof(Role.Operator));
    }
}

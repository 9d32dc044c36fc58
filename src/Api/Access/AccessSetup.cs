using System.Threading.RateLimiting;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Access;

static class AccessSetup
{
    public const string LoginLimit = "login";
    const string Either = "CookieOrKey";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessValidation>();
        services.AddSingleton<AccessTable>();
        services.AddSingleton<IAuthorizationHandler, StatedAccessHandler>();
        services.AddScoped<AreaScope>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey(ApiKeyAuthentication.Header) ? ApiKeyAuthentication.SchemeName
                : HasToken(http.Request) && http.RequestServices.GetRequiredService<IOptions<OpenIdOptions>>().Value.TakesTokens ? OpenIdSetup.Token
                : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie();
        services.AddOpenId();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<AccessOptions>>((cookie, access) => Configure(cookie, access.Value));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new StatedAccess()).Build());
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AccessOptions>>((limiter, access) => Configure(limiter, access.Value));
        services.AddDataProtection().SetApplicationName("dca");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<WarehouseOptions>, Microsoft.Extensions.Logging.ILoggerFactory>((keys, warehouse, log) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(KeyFolder(warehouse.Value), log));
    }

    internal static bool HasToken(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    static void Configure(CookieAuthenticationOptions cookie, AccessOptions access)
    {
        cookie.Cookie.Name = "dca";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(access.SessionHours);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/login";
        // Persons are led to the login page; programs get the problem.
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (ProblemAnswers.WantsPage(context.Request)) context.Response.Redirect(context.RedirectUri);
            else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    static void Configure(RateLimiterOptions limiter, AccessOptions access)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(LoginLimit, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = access.LoginsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Rounds.ObjectionBox.Limit, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = access.ObjectionsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
        if (access.RequestsPerMinute > 0)
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsLimited(http.Request.Path)
                ? RateLimitPartition.GetSlidingWindowLimiter(Caller(http), _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = access.RequestsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                })
                : RateLimitPartition.GetNoLimiter(""));
        limiter.OnRejected = (context, _) =>
        {
            var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            return new ValueTask(new Problem("too-many-requests", $"请求过于频繁，请 {seconds} 秒后再试。", $"Too many requests; try again in {seconds} seconds.")
            { RetryAfter = seconds }.ExecuteAsync(context.HttpContext));
        };
    }

    // The service's state and its style sheet are asked for by machines and browsers, not by callers who can wait.
    static bool IsLimited(PathString path) => !path.StartsWithSegments("/health") && !path.StartsWithSegments("/assets") && !path.StartsWithSegments("/metrics");

    static string Caller(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: { } name } ? "name " + name : "address " + http.Connection.RemoteIpAddress;

    // The keys that sign login cookies: readable by the service's own user alone.
    static DirectoryInfo KeyFolder(WarehouseOptions warehouse)
    {
        var folder = Path.Combine(warehouse.Folder, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

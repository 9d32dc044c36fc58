using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Signing in by a provider and tokens of its programs; both are there only as far as the settings name them.</summary>
static class OpenIdSetup
{
    public const string SignIn = OpenIdConnectDefaults.AuthenticationScheme;
    public const string Token = JwtBearerDefaults.AuthenticationScheme;
    const string Callback = "/login/openid/callback";

    public static void AddOpenId(this IServiceCollection services)
    {
        services.AddOptions<OpenIdOptions>().BindConfiguration("OpenId").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdValidation>();
        // The framework asks every scheme about every request, so one that is not set up must not be there.
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<OpenIdOptions>>((schemes, openId) =>
        {
            if (openId.Value.SignsIn) schemes.AddScheme<OpenIdConnectHandler>(SignIn, null);
            if (openId.Value.TakesTokens) schemes.AddScheme<JwtBearerHandler>(Token, null);
        });
        services.TryAddTransient<OpenIdConnectHandler>();
        services.TryAddTransient<JwtBearerHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>());
        services.AddOptions<OpenIdConnectOptions>(SignIn).Configure<IOptions<OpenIdOptions>, ILoggerFactory>((to, openId, log) => Configure(to, openId.Value, log));
        services.AddOptions<JwtBearerOptions>(Token).Configure<IOptions<OpenIdOptions>>((to, openId) => Configure(to, openId.Value));
    }

    static void Configure(OpenIdConnectOptions to, OpenIdOptions from, ILoggerFactory log)
    {
        (to.Authority, to.ClientId, to.RequireHttpsMetadata) = (from.Authority, from.ClientId, from.RequireHttps);
        if (from.ClientSecret.Length > 0) to.ClientSecret = from.ClientSecret;
        (to.SignInScheme, to.CallbackPath) = (CookieAuthenticationDefaults.AuthenticationScheme, Callback);
        (to.ResponseType, to.ResponseMode, to.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (to.MapInboundClaims, to.SaveTokens) = (false, false);
        // The provider's answer comes by a link, which Lax cookies go along with, over plain HTTP on a closed network too.
        foreach (var cookie in new[] { to.CorrelationCookie, to.NonceCookie }) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        to.Events.OnTokenValidated = context =>
        {
            if (OpenIdReader.Of(context.Principal!, from) is not { } reader)
            {
                context.Fail("no role");
                return Task.CompletedTask;
            }
            Log.LoggedIn(log.CreateLogger(typeof(OpenIdSetup)), reader.Name, reader.Role.ToString());
            context.Principal = StatedAccessHandler.Principal(reader, CookieAuthenticationDefaults.AuthenticationScheme);
            return Task.CompletedTask;
        };
        to.Events.OnRemoteFailure = context =>
        {
            Log.LoginRefused(log.CreateLogger(typeof(OpenIdSetup)));
            context.Response.Redirect("/login?refused=openid");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    static void Configure(JwtBearerOptions to, OpenIdOptions from)
    {
        (to.Authority, to.Audience, to.RequireHttpsMetadata, to.MapInboundClaims) = (from.Authority, from.Audience, from.RequireHttps, false);
        to.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        to.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (OpenIdReader.Of(context.Principal!, from) is { } reader) context.Principal = StatedAccessHandler.Principal(reader, Token);
                else context.Fail("no role");
                return Task.CompletedTask;
            },
        };
    }
}

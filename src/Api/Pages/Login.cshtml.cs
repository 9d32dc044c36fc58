using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>Lets a person in by name and password.</summary>
[EnableRateLimiting(AccessSetup.LoginLimit)]
public sealed class LoginPage(ReleaseReader releases, IOptions<AccessOptions> options, IOptions<OpenIdOptions> openId, ILogger<LoginPage> log) : PortalPage(releases)
{
    public bool Refused { get; private set; }

    /// <summary>The provider knows the person, but gives them no role here.</summary>
    public bool RefusedByProvider { get; private set; }

    public bool OpenId => openId.Value.SignsIn;

    public string ReturnUrl { get; private set; } = "/";

    protected override bool ShownWithoutRelease => true;

    public void OnGet(string? returnUrl, string? refused)
    {
        Show(returnUrl);
        Refused = RefusedByProvider = refused == "openid";
    }

    public async Task<IActionResult> OnPost([FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl)
    {
        Show(returnUrl);
        var account = options.Value.Accounts.FirstOrDefault(a => a.Name == name);
        if (!PasswordHash.Matches(account, password ?? ""))
        {
            Log.LoginRefused(log);
            Refused = true;
            return Page();
        }
        Log.LoggedIn(log, account!.Name, account.Role.ToString());
        await HttpContext.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            StatedAccessHandler.Principal(new Reader(account.Name, account.Role, account.Area), CookieAuthenticationDefaults.AuthenticationScheme));
        return LocalRedirect(ReturnUrl);
    }

    void Show(string? returnUrl)
    {
        Title = T["login"];
        ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";
    }
}

using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>Ends a login.</summary>
public sealed class LogoutPage(ReleaseReader releases) : PortalPage(releases)
{
    protected override bool ShownWithoutRelease => true;

    public void OnGet() => Title = T["logout"];

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/login");
    }
}

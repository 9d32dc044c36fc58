using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>Leads to the provider that the settings name, and back to the page that was wanted.</summary>
[EnableRateLimiting(AccessSetup.LoginLimit)]
public sealed class LoginOpenIdPage(ReleaseReader releases, IOptions<OpenIdOptions> options) : PortalPage(releases)
{
    protected override bool ShownWithoutRelease => true;

    public IActionResult OnGet(string? returnUrl) => options.Value.SignsIn
        ? Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(returnUrl) ? returnUrl : "/" }, OpenIdSetup.SignIn)
        : NotFound();
}

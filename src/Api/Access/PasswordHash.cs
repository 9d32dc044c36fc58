using Microsoft.AspNetCore.Identity;

namespace DemoCityAnalytics.Api.Access;

/// <summary>PBKDF2 hashes of passwords, for the settings file.</summary>
public static class PasswordHash
{
    static readonly PasswordHasher<string> Hasher = new();

    // Compared when the name is unknown, so that the time taken does not tell which names exist.
    static readonly string Unknown = Of("", Guid.NewGuid().ToString("N"));

    public static string Of(string name, string password) => Hasher.HashPassword(name, password);

    internal static bool Matches(AccountOptions? account, string password) =>
        Hasher.VerifyHashedPassword(account?.Name ?? "", account?.PasswordHash ?? Unknown, password) != PasswordVerificationResult.Failed
        && account is not null;
}

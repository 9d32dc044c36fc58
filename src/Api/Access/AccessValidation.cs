using System.Globalization;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Refuses to start with accounts that could not work or an open door that others can reach.</summary>
sealed class AccessValidation(IOptions<ApiOptions> api) : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var issues = new List<string>();
        if (options.AnonymousRole is { } role && role != Role.Public && role != Role.Expert)
            issues.Add($"Access:AnonymousRole is {role}; expected Public or, on a loopback address, Expert. Leave it out to ask everyone to log in.");
        if (options.AnonymousRole == Role.Expert && !api.Value.OnLoopback)
            issues.Add($"Access:AnonymousRole is Expert while Api:Listen is '{api.Value.Listen}', which other machines can reach. Listen on 127.0.0.1, or leave Access:AnonymousRole out and use accounts.");
        foreach (var (account, i) in options.Accounts.Select((a, i) => (a, i)))
            Check($"Access:Accounts:{i}", account, account.Role, account.Area, issues, () => TryDecode(account.PasswordHash)
                ? null : "PasswordHash is not a PBKDF2 hash in base 64");
        foreach (var (key, i) in options.Keys.Select((k, i) => (k, i)))
            Check($"Access:Keys:{i}", key, key.Role, key.Area, issues, () => null);
        foreach (var twice in options.Accounts.GroupBy(a => a.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            issues.Add($"Access:Accounts: the name '{twice.Key}' is given {twice.Count()} times; names must differ.");
        return issues.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(issues);
    }

    static void Check(string place, object item, Role role, int? area, List<string> issues, Func<string?> more)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(item, new ValidationContext(item), results, validateAllProperties: true);
        issues.AddRange(results.Select(r => $"{place}: {r.ErrorMessage}"));
        if (role is Role.City or Role.Province && area is null)
            issues.Add(string.Create(CultureInfo.InvariantCulture, $"{place}: a {role} account needs an Area (six-digit code)."));
        if (more() is { } issue) issues.Add($"{place}: {issue}.");
    }

    static bool TryDecode(string hash) => hash.Length > 0 && Convert.TryFromBase64String(hash, new byte[hash.Length], out var bytes) && bytes > 13;
}

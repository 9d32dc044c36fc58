using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Api.Access;

/// <summary>A person who logs in at <c>/login</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>Login name.</summary>
    [Required] public string Name { get; set; } = "";

    /// <summary>PBKDF2 hash of the password in base 64; the password itself is nowhere.</summary>
    [Required] public string PasswordHash { get; set; } = "";

    /// <summary>What the holder may see and do.</summary>
    /// <value>Default: Public.</value>
    public Role Role { get; set; } = Role.Public;

    /// <summary>Area code of a city or province account; for an expert or the ministry the city they are on loan from, which they may not judge.</summary>
    public int? Area { get; set; }
}

/// <summary>A program that sends <c>X-Api-Key</c>.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>Name of the program in the log.</summary>
    [Required] public string Name { get; set; } = "";

    /// <summary>SHA-256 of the key, 64 hexadecimal digits; the key itself is nowhere.</summary>
    [RegularExpression("^[0-9a-fA-F]{64}$")] public string Sha256 { get; set; } = "";

    /// <summary>What the holder may see and do.</summary>
    /// <value>Default: Public.</value>
    public Role Role { get; set; } = Role.Public;

    /// <summary>Area code of a city's or province's program.</summary>
    public int? Area { get; set; }
}

/// <summary>Who may use the API and the portal.</summary>
public sealed class AccessOptions
{
    /// <summary>Role of a reader who has not logged in; only <see cref="Role.Public"/> and, on a loopback address, <see cref="Role.Expert"/>.</summary>
    /// <value>Default: none, which asks everyone to log in.</value>
    public Role? AnonymousRole { get; set; }

    /// <summary>Accounts of persons.</summary>
    /// <value>Default: none.</value>
    public IList<AccountOptions> Accounts { get; } = [];

    /// <summary>Keys of programs.</summary>
    /// <value>Default: none.</value>
    public IList<ApiKeyOptions> Keys { get; } = [];

    /// <summary>Login attempts that one address may make in a minute.</summary>
    /// <value>Default: 10.</value>
    [Range(1, 10_000)] public int LoginsPerMinute { get; set; } = 10;

    /// <summary>Objections to public lists that one address may send in a minute.</summary>
    /// <value>Default: 5.</value>
    [Range(1, 10_000)] public int ObjectionsPerMinute { get; set; } = 5;

    /// <summary>Requests that one caller (login, key or address) may make in a minute to pages and the API; 0 sets no limit.</summary>
    /// <value>Default: 6000.</value>
    [Range(0, 10_000_000)] public int RequestsPerMinute { get; set; } = 6000;

    /// <summary>Hours after which an unused login ends.</summary>
    /// <value>Default: 8.</value>
    [Range(1, 720)] public int SessionHours { get; set; } = 8;
}

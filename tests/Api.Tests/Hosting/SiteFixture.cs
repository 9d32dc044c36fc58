using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Api.Access;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>A site open to anyone as an expert, as the demonstration runs it.</summary>
public sealed class OpenSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>A site that asks everyone to log in, with a key and an account for every role.</summary>
public sealed class ClosedSite : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";

    // Made once: a hash is slow on purpose.
    static readonly Dictionary<Role, string> Hashes = Enum.GetValues<Role>().ToDictionary(role => role, role => PasswordHash.Of(role.ToString(), Password));

    internal Site Site { get; private set; } = null!;

    /// <summary>The key of a role; the city is Shijiazhuang, the province Hebei.</summary>
    public static string Key(Role role) => "key-of-" + role;

    public async Task InitializeAsync() => Site = await Start(("Access:LoginsPerMinute", "4"));

    internal static async Task<Site> Start(params (string, string?)[] more)
    {
        var settings = more.ToList();
        foreach (var (role, i) in Enum.GetValues<Role>().Select((role, i) => (role, i)))
        {
            var area = role switch { Role.City => SampleRelease.Shijiazhuang, Role.Province => "130000", _ => null };
            settings.AddRange([
                ($"Access:Keys:{i}:Name", "program of " + role), ($"Access:Keys:{i}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key(role))))),
                ($"Access:Keys:{i}:Role", role.ToString()), ($"Access:Keys:{i}:Area", area),
                ($"Access:Accounts:{i}:Name", role.ToString()), ($"Access:Accounts:{i}:PasswordHash", Hashes[role]),
                ($"Access:Accounts:{i}:Role", role.ToString()), ($"Access:Accounts:{i}:Area", area),
            ]);
        }
        return await Site.Start(folder => SampleRelease.Publish(folder), [.. settings]);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

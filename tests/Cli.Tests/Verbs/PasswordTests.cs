using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

public sealed class PasswordTests
{
    [Fact]
    public async Task Key_ComesWithItsHash_AndIsNeverTheSame()
    {
        var (one, two) = (await DcaProcess.Run(Path.GetTempPath(), "password", "--key", "--json"), await DcaProcess.Run(Path.GetTempPath(), "password", "--key", "--json"));
        var key = one.Json.GetProperty("result").GetProperty("key").GetString()!;

        Assert.Equal(0, one.ExitCode);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), one.Json.GetProperty("result").GetProperty("sha256").GetString());
        Assert.NotEqual(key, two.Json.GetProperty("result").GetProperty("key").GetString());
    }

    [Fact]
    public async Task ShortPassword_IsRefused()
    {
        var result = await DcaProcess.Run(Path.GetTempPath(), "password", "--account", "wang");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("at least 12", result.Error, StringComparison.Ordinal);
    }
}

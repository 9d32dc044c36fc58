using System.Diagnostics;

namespace DemoCityAnalytics.Cli.Tests.Running;

public sealed class LauncherTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Launcher_RunsTheProgramFromAnyFolder_AndPassesItsExitCodeOn()
    {
        var (exitCode, output, error) = await Launch(DcaProcess.Launcher, "settings", "--json");
        var misspelt = await Launch(DcaProcess.Launcher, "setings");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("\"Warehouse:Folder\"", output, StringComparison.Ordinal);
        Assert.Equal(2, misspelt.ExitCode);
    }

    [Fact]
    public async Task Launcher_FindsItsFolderThroughALink()
    {
        var link = folder.File("dca-link");
        File.CreateSymbolicLink(link, DcaProcess.Launcher);

        Assert.Equal(0, (await Launch(link, "settings")).ExitCode);
    }

    [Fact]
    public async Task Launcher_BuildsOnceForCallsAtTheSameTime_AndAgainWhenASourceIsNewer()
    {
        var copy = SmallRepository();

        var first = await Task.WhenAll(Launch(copy, "one"), Launch(copy, "two"));
        var second = await Launch(copy, "three");
        File.SetLastWriteTimeUtc(folder.File("src/Cli/Program.cs"), new FileInfo(folder.File("src/Cli/bin/Release/net10.0/linux-x64/dca.built")).LastWriteTimeUtc.AddSeconds(1));
        var third = await Launch(copy, "four");

        Assert.Equal(["ran one\n", "ran two\n"], first.Select(call => call.Output));
        Assert.Single(first, call => call.Error == "building (first use)…\n");
        Assert.Equal("", second.Error);
        Assert.Equal("building (sources changed)…\n", third.Error);
    }

    /// <summary>A repository with the launcher and a program of one line, so that building it takes seconds.</summary>
    string SmallRepository()
    {
        Directory.CreateDirectory(folder.File("src/Cli"));
        File.Copy(DcaProcess.Launcher, folder.File("dca"));
        File.Copy(Repository.PathOf("global.json"), folder.File("global.json"));
        var target = File.ReadAllText(Repository.PathOf("src", "Cli", "Cli.csproj"));
        target = target[target.IndexOf("<Target Name=\"MarkBuilt\"", StringComparison.Ordinal)..target.IndexOf("</Project>", StringComparison.Ordinal)];
        folder.Write("Directory.Build.props", "<Project />");
        folder.Write("src/Cli/Cli.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><AssemblyName>dca</AssemblyName>
                <RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>false</SelfContained><UseAppHost>false</UseAppHost>
              </PropertyGroup>
              {target}
            </Project>
            """);
        folder.Write("src/Cli/Program.cs", "System.Console.WriteLine(\"ran \" + args[0]);");
        return folder.File("dca");
    }

    async Task<(int ExitCode, string Output, string Error)> Launch(string launcher, params string[] arguments)
    {
        var start = new ProcessStartInfo(launcher, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => folder.Dispose();
}

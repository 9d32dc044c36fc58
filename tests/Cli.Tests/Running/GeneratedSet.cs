namespace DemoCityAnalytics.Cli.Tests.Running;

/// <summary>Two cities' synthetic year, generated once by the real program.</summary>
public sealed class GeneratedSet : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();

    public string Path => folder.File("set");

    internal DcaResult Generation { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Generation = await DcaProcess.Run(folder.Path, "generate", "--cities", "2", "--months", "12", "--scale", "0.3", "--seed", "7", "--out", "set", "--json");

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A copy whose truth may be changed; the files themselves are shared through a link.</summary>
    internal string CopyInto(TemporaryFolder target)
    {
        var copy = Directory.CreateDirectory(target.File("set")).FullName;
        Directory.CreateSymbolicLink(System.IO.Path.Combine(copy, "files"), System.IO.Path.Combine(Path, "files"));
        File.Copy(System.IO.Path.Combine(Path, "synthetic.json"), System.IO.Path.Combine(copy, "synthetic.json"));
        Directory.CreateDirectory(System.IO.Path.Combine(copy, "truth"));
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Path, "truth")))
            File.Copy(file, System.IO.Path.Combine(copy, "truth", System.IO.Path.GetFileName(file)));
        return copy;
    }
}

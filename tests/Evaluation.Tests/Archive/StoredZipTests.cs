using System.IO.Compression;
using System.Text;
using DemoCityAnalytics.Evaluation.Archive;

namespace DemoCityAnalytics.Evaluation.Tests.Archive;

public sealed class StoredZipTests
{
    static readonly ArchiveFile[] Files = [new("round.json", "{}"u8.ToArray()), new("说明.txt", Encoding.UTF8.GetBytes("合成数据")), new("empty", [])];

    [Fact]
    public void Write_IsReadByAnyOtherProgram()
    {
        using var zip = new ZipArchive(new MemoryStream(StoredZip.Write(Files)));

        Assert.Equal(Files.Select(file => file.Name), zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.GetEntry("说明.txt")!.Open());
        Assert.Equal("合成数据", reader.ReadToEnd());
    }

    [Fact]
    public void Read_GivesWhatWasWritten()
    {
        var (files, issue) = StoredZip.Read(StoredZip.Write(Files));

        Assert.Null(issue);
        Assert.Equal(Files.Select(file => (file.Name, Encoding.UTF8.GetString(file.Content))), files.Select(file => (file.Name, Encoding.UTF8.GetString(file.Content))));
    }
}

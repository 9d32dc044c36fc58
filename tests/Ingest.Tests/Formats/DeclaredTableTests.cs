using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Tests.Formats;

public sealed class DeclaredTableTests
{
    [Theory]
    [InlineData("a,b\n1,\"x\"\"y\"\n", ',', '"', '"', "2:1|x\"y")]
    [InlineData("a;b\n1;'x\\'y\\z'\n", ';', '\'', '\\', "2:1|x'y\\z")]
    [InlineData("a,b\r\n1,2,3\r\n\r\n4\r\n5,6", ',', '"', '"', "2:- 4:- 5:5|6")]
    [InlineData("a,b\n1,x\"y\n2,\"x\"y\n3,\"x\ny\"\n4,\"x\n", ',', '"', '"', "2:- 3:- 4:3|x\ny 6:-")]
    [InlineData("a,b\n1,\"x\" y\"\n2,z\n", ',', '"', '\0', "2:- 3:2|z")]
    public void Record_IsCutAsDeclared_OrRejectedWithItsLine(string text, char delimiter, char quote, char escape, string expected) =>
        Assert.Equal(expected, Read(text, new DeclaredTable(new Dialect((byte)delimiter, (byte)quote, (byte)escape), 2)));

    [Fact]
    public void Preamble_AndFootnotes_AreNoRows() =>
        Assert.Equal("4:1|2", Read("标题,\n,\na,b\n1,2\n注,x\n", new DeclaredTable(new Dialect((byte)','), 2) { Preamble = 2, Footnotes = 1 }));

    static string Read(string text, DeclaredTable table)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return string.Join(' ', table.Read(path).Select(row => $"{row.Line}:{(row.Cells is null ? "-" : string.Join('|', row.Cells))}"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Tests.Formats;

public sealed class DeclaredTableTests
{
    [Theory]
    [InlineData("a,b\n1,\"x\"\"y\"\n", ',', '"', '"', "2:1|x\"y")]
    [InlineData("a;b\n1;'x\\'y\\z'\n", ';', '\'', '\\', "2:1|x'y\\z")]
    [InlineData("a,b\r\n1,2,3\r\n\r\n4\r\n5,6", ',', '"', '"', "2:- 4:- 5:5|6")]
    [InlineData("a,b\n1,x\"y\n2,\"x\"y\n3,\"x\ny\"\n4,\"x\n", ',', '"', '"', "2:1|x\"y 3:- 4:3|x\ny 6:-")]
    [InlineData("a,b\n1,\"x\" y\"\n2,z\n", ',', '"', '\0', "2:1|x\" y 3:2|z")]
    // One quote too many: the number of cells leaves one way.
    [InlineData("a,b\n\"1,\"x\"\n2,\"\"x\"\n3,\"x\"\"\"\n", ',', '"', '"', "2:\"1|x 3:2|\"x 4:3|x\"")]
    // Two ways: either comma may be text.
    [InlineData("a,b\n\",\",x\"\n", ',', '"', '"', "2:-")]
    // A delimiter was lost: the comma inside the quotes is not the missing one.
    [InlineData("a,b\n1\"x,y\"\n", ',', '"', '"', "2:-")]
    // The quote may begin a cell of several lines.
    [InlineData("a,b\n1,\"x\n2,\"y\n", ',', '"', '"', "2:- 3:-")]
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

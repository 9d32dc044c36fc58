using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Language;

namespace DemoCityAnalytics.Api.Tests.Language;

public sealed partial class NoteTextTests
{
    static readonly RequestLanguage English = RequestLanguage.For("en");

    [Theory]
    [InlineData("分母为零", "the denominator is zero")]
    [InlineData("2024年没有目标任务", "no target for 2024")]
    [InlineData("拉萨市、那曲市数据不全", "not complete: 拉萨市, 那曲市")]
    [InlineData("就业登记、自然减员未覆盖全部所需月份", "the records do not cover every month that is needed")]
    [InlineData("操作员自己的说明", "操作员自己的说明")]
    public void Note_IsInEnglish_WhereItIsKnown(string note, string expected)
    {
        Assert.Equal(expected, NoteText.Of(note, English));
        Assert.Equal(note, NoteText.Of(note, RequestLanguage.For("zh")));
    }

    [Fact]
    public void EveryNoteOfTheDefinitions_IsTranslated()
    {
        var notes = Directory.EnumerateFiles(Repository.PathOf("src", "Metrics", "Indicators"), "*.sql", SearchOption.AllDirectories)
            .Select(file => EmptyNote().Match(File.ReadAllText(file))).Where(x => x.Success).Select(x => x.Groups[1].Value.Trim()).Distinct().ToList();

        Assert.True(notes.Count > 40);
        Assert.DoesNotContain(notes, note => NoteText.Of(note, English) == note);
    }

    [GeneratedRegex("^empty_note: (.+)$", RegexOptions.Multiline)]
    private static partial Regex EmptyNote();
}

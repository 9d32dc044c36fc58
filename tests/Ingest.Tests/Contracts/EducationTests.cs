using System.Text;
using DemoCityAnalytics.Ingest.Contracts;

namespace DemoCityAnalytics.Ingest.Tests.Contracts;

/// <summary>The vocabularies of education seen in registers, forms and job boards all lead to the one list.</summary>
public sealed class EducationTests
{
    [Theory]
    [InlineData("小学|初中|高中(中专)|专科|本科|研究生以上", "81|71|61|31|21|14")]
    [InlineData("博士研究生|硕士研究生|大学本科|大学专科|中等专科|职业高中|技工学校|普通高中|初中|小学|其他|不限制", "11|14|21|31|41|44|47|61|71|81|90|99")]
    [InlineData("博士|硕士|本科|大专|中专/中技|高中|初中及以下|学历不限", "11|14|21|31|41|61|71|99")]
    [InlineData("硕士及以上|本科及以上|大专及以上|中专及以上|高中及以上|不限", "14|21|31|41|61|99")]
    [InlineData("10|11|14|20|21|30|31|40|41|44|47|60|61|70|71|80|81|90", "14|11|14|21|21|31|31|41|41|44|47|61|61|71|71|81|81|90")]
    [InlineData("全日制本科|统招本科|专升本|高职高专|中师|职高|技校|普高|文盲或半文盲", "21|21|21|31|41|44|47|61|90")]
    public void A_vocabulary_leads_to_the_list(string words, string codes)
    {
        var list = CodeList.BuiltIn["education"];
        Assert.Equal(codes.Split('|'), words.Split('|').Select(word => list.TryFind(Encoding.UTF8.GetBytes(word), out var code) ? Encoding.UTF8.GetString(code) : $"{word}?"));
    }

    [Fact]
    public void What_the_list_does_not_know_stays_unknown() => Assert.False(CodeList.BuiltIn["education"].TryFind("77"u8, out _));
}

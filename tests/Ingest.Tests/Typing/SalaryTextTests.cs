using System.Globalization;
using System.Text;
using DemoCityAnalytics.Ingest.Typing;

namespace DemoCityAnalytics.Ingest.Tests.Typing;

public sealed class SalaryTextTests
{
    [Theory]
    [InlineData("18k-30k", "18000.00", "30000.00", null)]
    [InlineData("18k-30k·14薪", "18000.00", "30000.00", 14)]
    [InlineData("25-50K·16薪", "25000.00", "50000.00", 16)]
    [InlineData("15k以上", "15000.00", null, null)]
    [InlineData("15K以上", "15000.00", null, null)]
    [InlineData("6-8千/月", "6000.00", "8000.00", null)]
    [InlineData("6千-8千", "6000.00", "8000.00", null)]
    [InlineData("8千-1.2万", "8000.00", "12000.00", null)]
    [InlineData("8千-1.2万/月", "8000.00", "12000.00", null)]
    [InlineData("8000-1.2万", "8000.00", "12000.00", null)]
    [InlineData("0.8-1.2万/月", "8000.00", "12000.00", null)]
    [InlineData("1万-1.5万·13薪", "10000.00", "15000.00", 13)]
    [InlineData("10-15万/年", "8333.33", "12500.00", null)]
    [InlineData("年薪12万", "10000.00", "10000.00", null)]
    [InlineData("12万以上/年", "10000.00", null, null)]
    [InlineData("200元/天", "4350.00", "4350.00", null)]
    [InlineData("150-200/天", "3262.50", "4350.00", null)]
    [InlineData("日薪200元", "4350.00", "4350.00", null)]
    [InlineData("25元/小时", "4350.00", "4350.00", null)]
    [InlineData("20-25元/时", "3480.00", "4350.00", null)]
    [InlineData("3千以下", null, "3000.00", null)]
    [InlineData("5000元/月", "5000.00", "5000.00", null)]
    [InlineData("￥6,000-8,000元/月", "6000.00", "8000.00", null)]
    [InlineData("６０００～８０００元", "6000.00", "8000.00", null)]
    [InlineData("月薪8000元左右", "8000.00", "8000.00", null)]
    [InlineData("面议", null, null, null)]
    [InlineData("薪资面议", null, null, null)]
    [InlineData("面谈", null, null, null)]
    public void Pay_is_read_into_yuan_a_month(string text, string? low, string? high, int? months)
    {
        Assert.True(SalaryText.TryRead(Encoding.UTF8.GetBytes(text), out var pay), text);
        Assert.Equal((low, high, months), (Text(pay.Low), Text(pay.High), pay.Months));
    }

    [Theory]
    [InlineData("高薪")]
    [InlineData("8k-")]
    [InlineData("30k-18k")]
    [InlineData("8k-12k·99薪")]
    [InlineData("十万")]
    [InlineData("")]
    public void What_is_no_pay_is_not_guessed(string text) => Assert.False(SalaryText.TryRead(Encoding.UTF8.GetBytes(text), out _));

    static string? Text(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture);
}

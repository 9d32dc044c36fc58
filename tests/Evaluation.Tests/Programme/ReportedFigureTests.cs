using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;

namespace DemoCityAnalytics.Evaluation.Tests.Programme;

public sealed class ReportedFigureTests
{
    static readonly FrozenFigure Rate = new() { City = 130100, Item = "S5.3-E05", Value = 3.125m, Before = 3.41m, Unit = "%", Decimals = 3 };
    static readonly FrozenFigure Persons = new() { City = 130100, Item = "S5.3-E01", Value = 213_604m, Before = 198_000m, Unit = "人", Decimals = 0 };

    [Theory]
    [InlineData("3.125", ReportVerdict.Equal)]
    [InlineData("3.13", ReportVerdict.EqualWhenRounded)]
    [InlineData("3.1", ReportVerdict.EqualWhenRounded)]
    [InlineData("3.12", ReportVerdict.Different)]
    [InlineData("3.10", ReportVerdict.Different)]
    [InlineData("3.41", ReportVerdict.EqualToBefore)]
    public void Rate_IsHeldAtThePrecisionThatWasClaimed(string reported, ReportVerdict verdict) =>
        Assert.Equal(verdict, ReportedFigure.Of("S5.3-E05", reported, Rate).Verdict);

    [Theory]
    [InlineData("213604", ReportVerdict.Equal)]
    [InlineData("21.36", ReportVerdict.EqualInTenThousands)]
    [InlineData("21.37", ReportVerdict.Different)]
    [InlineData("198000", ReportVerdict.EqualToBefore)]
    public void Persons_MayBeReportedInTenThousands(string reported, ReportVerdict verdict) =>
        Assert.Equal(verdict, ReportedFigure.Of("S5.3-E01", reported, Persons).Verdict);

    [Fact]
    public void AgreementPercent_LeavesOutWhatCannotBeRecomputed()
    {
        ReportedFigure[] figures =
        [
            ReportedFigure.Of("S5.3-E05", "3.13", Rate), ReportedFigure.Of("S5.3-E05", "3.2", Rate), ReportedFigure.Of("S5.3-E01", "213604", Persons),
            ReportedFigure.Of("S5.3-E22", "80", null),
        ];

        Assert.Equal(66.67m, ReportedFigure.AgreementPercent(figures));
        Assert.Equal(0.075m, figures[1].Difference);
        Assert.Null(ReportedFigure.AgreementPercent([figures[3]]));
    }
}

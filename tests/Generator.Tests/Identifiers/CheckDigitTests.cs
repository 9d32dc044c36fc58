using DemoCityAnalytics.Generator.Identifiers;

namespace DemoCityAnalytics.Generator.Tests.Identifiers;

public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("11010519491231002X", true)] // the example printed in GB 11643
    [InlineData("110105194912310021", false)]
    [InlineData("110105194912310O2X", false)]
    [InlineData("11010519491231002", false)]
    public void IsValid_FollowsGb11643_ForPersonNumbers(string number, bool expected) => Assert.Equal(expected, PersonNumber.IsValid(number));

    [Theory]
    [InlineData("91330200AY4CL12T24", true)]
    [InlineData("91510100PE9K23GD56", true)]
    [InlineData("91330200JJL6B3HN60", true)]
    [InlineData("91330200AY4CL12T25", false)]
    [InlineData("91330200D2", false)]
    public void IsValid_FollowsGb32100_ForCreditCodes(string code, bool expected) => Assert.Equal(expected, CreditCode.IsValid(code));

    [Fact]
    public void Of_MakesValidNumbers_AndBrokenMakesInvalidOnes()
    {
        for (var name = 1UL; name <= 500; name++)
        {
            var person = PersonNumber.Of(name, [130191, 130192], 2024, 16, 60);
            Assert.True(PersonNumber.IsValid(person.ToString()), person.ToString());
            Assert.False(PersonNumber.IsValid((person with { Broken = true }).ToString()));
            Assert.NotEqual(person.Key, (person with { Broken = true }).Key);
            var code = CreditCode.Of(name, 130191);
            Assert.True(CreditCode.IsValid(code), code);
            Assert.False(CreditCode.IsValid(CreditCode.Broken(code)));
        }
    }

    [Fact]
    public void AgeOn_CountsFullYears()
    {
        var person = new PersonNumber(130191, 1964, 5, 10, 7);
        Assert.Equal(59, person.AgeOn(new DateOnly(2024, 5, 9)));
        Assert.Equal(60, person.AgeOn(new DateOnly(2024, 5, 10)));
    }

    [Fact]
    public void Masked_KeepsSixAndFourCharacters() =>
        Assert.Matches("^130191\\*{8}[0-9]{3}[0-9X]$", PersonNumber.Of(9, [130191], 2024, 16, 60).Masked());
}

using CsCheck;
using DemoCityAnalytics.Metrics.Models.Matching;

namespace DemoCityAnalytics.Metrics.Tests.Models.Matching;

public sealed class SupplyDemandMatchTests
{
    static readonly MatchGroup Opening = new(130100, "4-01", "31", 6000, 1, 1);
    static readonly MatchGroup Seeker = new(130100, "4-01-02", "21", 5000, 3, 1);

    [Fact]
    public void Seeker_WhoOffersEnough_Fits() => Assert.True(SupplyDemandMatch.Fits(Opening, Seeker));

    public static TheoryData<string, MatchGroup> Unfit => new()
    {
        { "another city", Seeker with { City = 130200 } },
        { "another occupation", Seeker with { Occupation = "4-02" } },
        { "too little education", Seeker with { Education = "61" } },
        { "wants more pay", Seeker with { Pay = 6001 } },
        { "too little experience", Seeker with { Experience = 0 } },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Seeker_DoesNotFit(string why, MatchGroup seeker) => Assert.False(SupplyDemandMatch.Fits(Opening, seeker), why);

    [Fact]
    public void WhatIsNotStated_RulesNobodyOut() =>
        Assert.True(SupplyDemandMatch.Fits(Opening with { Education = "99", Pay = null, Experience = null }, Seeker with { Occupation = "0", Education = null }));

    /// <summary>Worked by hand: the graduate could take either job, the other person only the second; taking them one by one would lose a pair.</summary>
    [Fact]
    public void GreatestMatching_GivesUpAPairToGainTwo()
    {
        MatchGroup[] openings = [new(1, "2-02", "21", null, null, 1), new(1, "2-02", "31", null, null, 1)];
        MatchGroup[] seekers = [new(1, "2-02", "21", null, null, 1), new(1, "2-02", "31", null, null, 1), new(1, "4-01", "21", null, null, 5)];

        var match = Assert.Single(SupplyDemandMatch.Run(openings, seekers, CancellationToken.None));

        Assert.Equal(new CityMatch(1, 2, 7, 2, 2), match);
    }

    [Fact]
    public void Education_MakesThePersonLevelBoundSmallerThanE12()
    {
        var match = Assert.Single(SupplyDemandMatch.Run([Opening with { Count = 10 }], [Seeker with { Education = "71", Count = 8 }], CancellationToken.None));

        Assert.Equal((0, 8), (match.Matched, match.ByOccupation));
    }

    /// <summary>The flow over groups equals the greatest matching of single persons, found by augmenting paths.</summary>
    [Fact]
    public void Flow_EqualsTheMatchingOfSinglePersons()
    {
        string[] occupations = ["2", "2-02", "4", "0"];
        string[] education = ["71", "31", "21", ""];
        var group = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[1, 4]);
        Gen.Select(group.Array[0, 5], group.Array[0, 5]).Sample((left, right) =>
        {
            MatchGroup Of((int Occupation, int Education, int Pay, int Count) x) => new(1, occupations[x.Occupation], education[x.Education], x.Pay, null, x.Count);
            var (openings, seekers) = (left.Select(Of).ToList(), right.Select(Of).ToList());
            var matched = SupplyDemandMatch.Run(openings, seekers, CancellationToken.None).Sum(city => city.Matched);
            return matched == Single(Apart(openings), Apart(seekers));
        }, iter: 300);
    }

    static List<MatchGroup> Apart(List<MatchGroup> groups) => [.. groups.SelectMany(group => Enumerable.Repeat(group with { Count = 1 }, (int)group.Count))];

    static int Single(List<MatchGroup> openings, List<MatchGroup> seekers)
    {
        var taken = Enumerable.Repeat(-1, seekers.Count).ToArray();
        bool Place(int opening, HashSet<int> tried)
        {
            for (var seeker = 0; seeker < seekers.Count; seeker++)
                if (SupplyDemandMatch.Fits(openings[opening], seekers[seeker]) && tried.Add(seeker) && (taken[seeker] < 0 || Place(taken[seeker], tried)))
                {
                    taken[seeker] = opening;
                    return true;
                }
            return false;
        }
        return Enumerable.Range(0, openings.Count).Count(opening => Place(opening, []));
    }
}

using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;

namespace DemoCityAnalytics.Evaluation.Tests.Rounds;

public sealed class ProcedureTests
{
    [Fact]
    public void EveryStageButTheLast_HasOneWayForward()
    {
        Assert.Equal(Enum.GetValues<Stage>().SkipLast(1), Procedure.Stages.Select(step => step.From));
        Assert.All(Procedure.Stages, step => Assert.Equal(step.From + 1, step.To));
    }

    [Fact]
    public void EveryActButOpening_HasAStage() =>
        Assert.All(Enum.GetValues<Act>().Where(act => act != Act.OpenRound), act => Assert.Contains(Enum.GetValues<Stage>(), stage => Procedure.Allows(stage, act)));

    [Fact]
    public void EveryAct_HasARole() => Assert.All(Enum.GetValues<Act>(), act => Assert.Contains(Enum.GetValues<Role>(), role => Permissions.May(role, act)));

    [Fact]
    public void EveryStanding_IsReachedFromADraft()
    {
        var reached = new HashSet<Standing> { Standing.Draft };
        while (Procedure.Standings.FirstOrDefault(step => reached.Contains(step.From) && !reached.Contains(step.To)) is { } step) reached.Add(step.To);

        Assert.Equal(Enum.GetValues<Standing>(), reached.Order());
    }

    [Theory]
    [InlineData(Standing.Revoked)]
    [InlineData(Standing.Disqualified)]
    [InlineData(Standing.StruckByObjection)]
    [InlineData(Standing.NotRecommended)]
    [InlineData(Standing.NotProposed)]
    [InlineData(Standing.Lapsed)]
    public void Ends_HaveNoWayBack(Standing end) => Assert.DoesNotContain(Procedure.Standings, step => step.From == end);

    [Fact]
    public void EveryPairThatIsNotListed_IsRefused()
    {
        foreach (var from in Enum.GetValues<Standing>())
            foreach (var act in Enum.GetValues<Act>())
                foreach (var to in Enum.GetValues<Standing>())
                    Assert.Equal(Procedure.Standings.Contains(new StandingStep(from, act, to)), Procedure.Check(from, act, to) is null);
    }
}

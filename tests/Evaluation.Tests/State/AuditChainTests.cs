using CsCheck;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.State.Audit;

namespace DemoCityAnalytics.Evaluation.Tests.State;

public sealed class AuditChainTests
{
    static readonly List<AuditRow> Log = Chain(40);

    [Fact]
    public void Intact_GivesItsHead() => Assert.Equal(new AuditVerdict(40, new AuditHead(40, Log[^1].Hash), null, null), AuditChain.Verify(Log, new AuditHead(20, Log[19].Hash)));

    [Fact]
    public void Changed_IsNamed() => Gen.Select(Gen.Int[0, 39], Gen.Int[0, 7]).Sample((at, field) =>
    {
        var log = Log.ToList();
        log[at] = With(log[at], field);

        var verdict = AuditChain.Verify(log);

        Assert.Equal(at + 1, verdict.FirstBad);
    });

    [Fact]
    public void Removed_IsNamed() => Gen.Int[0, 38].Sample(at =>
    {
        var log = Log.ToList();
        log.RemoveAt(at);
        Assert.Equal($"entry {at + 1} is missing: entry {at + 2} follows entry {at}.", AuditChain.Verify(log).Issue);
    });

    [Fact]
    public void Reordered_IsNamed() => Gen.Select(Gen.Int[0, 39], Gen.Int[0, 39]).Where((a, b) => a < b).Sample((a, b) =>
    {
        var log = Log.ToList();
        (log[a], log[b]) = (log[b], log[a]);
        Assert.Equal(a + 1, AuditChain.Verify(log).FirstBad);
    });

    [Fact]
    public void RenumberedAfterARemoval_IsNamed()
    {
        var log = Log.ToList();
        log.RemoveAt(10);
        for (var i = 10; i < log.Count; i++) log[i] = Copy(log[i], i + 1);
        Assert.Equal((11L, "entry 11 does not follow the entry before it: it was moved, or the one before was replaced."), (AuditChain.Verify(log).FirstBad, AuditChain.Verify(log).Issue));
    }

    [Fact]
    public void Truncated_ShowsOnlyAgainstAHeldHead()
    {
        var cut = Log.Take(30).ToList();

        Assert.True(AuditChain.Verify(cut).Intact);
        Assert.Equal((31L, "the log ends at entry 30, but entry 40 was held: its end was cut off."),
            (AuditChain.Verify(cut, new AuditHead(40, Log[^1].Hash)).FirstBad, AuditChain.Verify(cut, new AuditHead(40, Log[^1].Hash)).Issue));
    }

    [Fact]
    public void WrittenAnew_ShowsAgainstAHeldHead() =>
        Assert.Equal(40L, AuditChain.Verify(Chain(40, actor: "mallory"), new AuditHead(40, Log[^1].Hash)).FirstBad);

    static List<AuditRow> Chain(int length, string actor = "ops-1")
    {
        var (log, previous) = (new List<AuditRow>(), AuditChain.Start);
        for (var i = 1; i <= length; i++)
        {
            var row = new AuditRow { Sequence = i, At = $"2026-03-02T01:30:{i:00}.0000000Z", Actor = actor, Role = "Operator", Act = "OpenRound", Subject = $"r{i}", PayloadHash = $"p{i}", PreviousHash = previous, Hash = "" };
            previous = AuditChain.Hash(row);
            log.Add(Copy(row, i, previous));
        }
        return log;
    }

    static AuditRow Copy(AuditRow row, long sequence, string? hash = null) => new()
    {
        Sequence = sequence,
        At = row.At,
        Actor = row.Actor,
        Role = row.Role,
        Act = row.Act,
        Subject = row.Subject,
        PayloadHash = row.PayloadHash,
        PreviousHash = row.PreviousHash,
        Hash = hash ?? row.Hash,
    };

    static AuditRow With(AuditRow row, int field) => new()
    {
        Sequence = field == 0 ? row.Sequence + 50 : row.Sequence,
        At = field == 1 ? "x" : row.At,
        Actor = field == 2 ? "x" : row.Actor,
        Role = field == 3 ? "x" : row.Role,
        Act = field == 4 ? "x" : row.Act,
        Subject = field == 5 ? "x" : row.Subject,
        PayloadHash = field == 6 ? "x" : row.PayloadHash,
        PreviousHash = row.PreviousHash,
        Hash = field == 7 ? "x" : row.Hash,
    };
}

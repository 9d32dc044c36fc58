using DemoCityAnalytics.Evaluation.Figures;

namespace DemoCityAnalytics.Evaluation.State.Audit;

/// <summary>How far the log had come, as somebody outside holds it.</summary>
public sealed record AuditHead(long Sequence, string Hash);

/// <summary>What the verifier found: how many entries hold, and the first that does not.</summary>
public sealed record AuditVerdict(long Entries, AuditHead? Head, long? FirstBad, string? Issue)
{
    public bool Intact => Issue is null;
}

/// <summary>
/// The hash chain of the audit log: each entry's hash covers its own fields and the hash before it, so that a change, a removal or
/// a new order shows at the first entry that does not fit. A cut tail shows only against a head held elsewhere.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands before the first entry.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>SHA-256 over the fields, one per line, UTF-8; fields with line breaks are not written.</summary>
    public static string Hash(long sequence, string at, string actor, string role, string act, string subject, string payloadHash, string previousHash) =>
        CanonicalJson.Sha256(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sequence}\n{at}\n{actor}\n{role}\n{act}\n{subject}\n{payloadHash}\n{previousHash}\n"));

    public static string Hash(AuditRow row) => Hash(row.Sequence, row.At, row.Actor, row.Role, row.Act, row.Subject, row.PayloadHash, row.PreviousHash);

    /// <param name="entries">In the order in which they are stored.</param>
    /// <param name="held">A head noted earlier, when there is one.</param>
    public static AuditVerdict Verify(IEnumerable<AuditRow> entries, AuditHead? held = null)
    {
        var (count, previous, heldSeen) = (0L, Start, held is null);
        AuditVerdict Bad(long sequence, string issue) => new(count, count == 0 ? null : new AuditHead(count, previous), sequence, issue);
        foreach (var entry in entries)
        {
            var expected = count + 1;
            if (entry.Sequence != expected)
                return Bad(expected, entry.Sequence > expected
                    ? $"entry {expected} is missing: entry {entry.Sequence} follows entry {count}."
                    : $"entry {entry.Sequence} stands where entry {expected} should stand.");
            if (entry.PreviousHash != previous) return Bad(expected, $"entry {expected} does not follow the entry before it: it was moved, or the one before was replaced.");
            if (entry.Hash != Hash(entry)) return Bad(expected, $"entry {expected} was changed: its fields do not give its hash.");
            if (held is not null && expected == held.Sequence)
            {
                if (entry.Hash != held.Hash) return Bad(expected, $"entry {expected} is not the one that was held: the log was written anew up to there.");
                heldSeen = true;
            }
            (count, previous) = (expected, entry.Hash);
        }
        return heldSeen
            ? new AuditVerdict(count, count == 0 ? null : new AuditHead(count, previous), null, null)
            : Bad(count + 1, $"the log ends at entry {count}, but entry {held!.Sequence} was held: its end was cut off.");
    }
}

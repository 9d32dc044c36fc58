using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>What was read of a damaged file, held against what it should say.</summary>
/// <param name="WrongRows">Accepted rows that are no row of the undamaged file, or not in its order.</param>
/// <param name="LostRows">Rows of the undamaged file for which none was accepted and none rejected.</param>
/// <param name="Refused">The whole file was refused.</param>
sealed record CsvVerdict(string File, int Expected, int Accepted, int Rejected, int WrongRows, int LostRows, bool Refused, int? FirstRejectedLine, int? FirstWrongLine)
{
    public bool Agrees => WrongRows == 0;

    public bool IsExact => WrongRows == 0 && !Refused && Rejected == 0 && Accepted == Expected;

    public static CsvVerdict Of(string file, IReadOnlyList<DeclaredRow>? read, IReadOnlyList<IReadOnlyList<string>> clean)
    {
        if (read is null) return new CsvVerdict(file, clean.Count, 0, 0, 0, 0, true, null, null);
        var (next, wrong) = (0, new List<int>());
        foreach (var row in read.Where(row => row.Cells is not null))
        {
            var at = next;
            while (at < clean.Count && !clean[at].SequenceEqual(row.Cells!)) at++;
            if (at == clean.Count) wrong.Add(row.Line);
            else next = at + 1;
        }
        var rejected = read.Where(row => row.Cells is null).Select(row => row.Line).ToList();
        var accepted = read.Count - rejected.Count;
        return new CsvVerdict(
            file, clean.Count, accepted, rejected.Count, wrong.Count, Math.Max(0, clean.Count - (accepted - wrong.Count) - rejected.Count), false,
            rejected.Count > 0 ? rejected[0] : null, wrong.Count > 0 ? wrong[0] : null);
    }

    public override string ToString() => Agrees
        ? $"agree: {File}: " + (Refused ? "refused as a whole" : $"{Accepted} rows accepted" + (Rejected == 0 ? "" : $", {Rejected} rejected (first on line {FirstRejectedLine})"))
        : $"differ: expected rows of the undamaged file found another on line {FirstWrongLine} because it could be cut into cells in a way that was not meant: {File}";
}

using System.Globalization;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A paper that backs a clause of the standard; what is empty was not stated.</summary>
sealed record EvidencePaper(
    string Id, string Clause, string Kind, string Level, string Experience, bool? AdoptedElsewhere, int Dated, int ValidTo, string Sha256, int District);

/// <summary>佐证材料: notices, ledgers, photographs, and the experiences that others take up.</summary>
sealed class EvidencePapers(Scene scene) : RecordTable<EvidencePaper>("evidence_paper", scene)
{
    const int Share = 14;

    // The sentences of the five standards (S1 to S5).
    static readonly string[] Clauses = new[] { 6, 6, 4, 5, 5 }
        .SelectMany((count, standard) => Enumerable.Range(1, count).Select(clause => string.Create(CultureInfo.InvariantCulture, $"S{standard + 1}.{clause}"))).ToArray();

    static readonly string[] Kinds = ["1", "2", "3", "4", "5", "9"];

    protected override IEnumerable<EvidencePaper> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("evidence_paper", number);
            var kind = Kinds[draw.Weighted([260, 220, 150, 220, 100, 50])];
            var dated = Scene.DayIn(month, ref draw);
            yield return new(
                Scene.Id("CL", number), Clauses[draw.Below(Clauses.Length)], kind, draw.PerMille(150) ? "" : Events.Choices.Digit(draw.Weighted([120, 280, 380, 220]) + 1),
                kind == "4" && draw.PerMille(900) ? Scene.Id("JY", draw.Below(8)) : "", draw.PerMille(500) ? draw.PerMille(300) : null,
                dated, draw.PerMille(400) ? dated + draw.Between(30, 900) : 0, Checksum(ref draw), Scene.District(ref draw));
        }
    }

    // 64 hexadecimal digits of nothing in particular.
    static string Checksum(ref Draw draw) =>
        string.Create(CultureInfo.InvariantCulture, $"{draw.Next():x16}{draw.Next():x16}{draw.Next():x16}{draw.Next():x16}");

    protected override int DayOf(EvidencePaper paper) => paper.Dated;

    protected override EvidencePaper? Before(EvidencePaper paper, ref Draw draw) => draw.PerMille(50) ? paper with { Kind = "9", Experience = "" } : null;

    protected override Cell[] Cells(EvidencePaper paper) =>
    [
        Cell.Of(paper.Id), Cell.Of(paper.Clause), Cell.Code(paper.Kind), Cell.Code(paper.Level), Cell.Of(paper.Experience), YesNo(paper.AdoptedElsewhere),
        Cell.Day(paper.Dated), Cell.Day(paper.ValidTo), Cell.Of(paper.Sha256), Scene.Area(paper.District), Cell.Empty,
    ];
}

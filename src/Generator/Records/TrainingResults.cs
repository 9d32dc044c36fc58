using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>Somebody who went through a training; the result is empty and the day of the certificate 0 where there is none.</summary>
sealed record Trainee(string Id, string Class, PersonNumber Person, string Occupation, bool WasEmployed, int Ended, bool Assessed, string Result, int Issued, int District);

/// <summary>培训人员: most without work before, and many with work soon after.</summary>
sealed class TrainingResults(Scene scene) : RecordTable<Trainee>("training_result", scene)
{
    const int Share = 26;

    static readonly string[] Levels = ["初级", "中级", "高级", "专项能力"];

    protected override IEnumerable<Trainee> Records()
    {
        foreach (var (month, number) in Scene.Monthly(Share))
        {
            var draw = Scene.Draw("training_result", number);
            var job = draw.PerMille(520) ? Scene.Workforce.Near(ref draw, month, -1, 8) : null;
            var ended = Scene.DayIn(month, ref draw);
            var assessed = draw.PerMille(940);
            var result = assessed ? draw.PerMille(20) ? "" : draw.PerMille(860) ? "1" : "2" : draw.PerMille(30) ? "1" : "";
            yield return new(
                Scene.Id("PX", number), Scene.Id("B", number / 7), job?.Person ?? Scene.Stranger(ref draw, month, 18, 55),
                Choices.Occupation(ref draw, Choices.SeekerOccupations, withoutRequirement: 0, empty: 40), draw.PerMille(220), ended, assessed, result,
                result == "1" ? Scene.Known(ended + draw.Between(5, 60)) : 0, Scene.District(ref draw));
        }
    }

    protected override int DayOf(Trainee trainee) => trainee.Ended;

    protected override Trainee? Before(Trainee trainee, ref Draw draw) =>
        trainee.Issued > 0 && draw.PerMille(150) ? trainee with { Issued = 0 } : draw.PerMille(30) ? trainee with { Result = "2", Issued = 0 } : null;

    protected override Cell[] Cells(Trainee trainee) =>
    [
        Cell.Of(trainee.Id), Cell.Of(trainee.Class), Cell.Of("合成职业培训学校"), Cell.Of(trainee.Person.ToString()), Cell.Code(trainee.Occupation),
        Cell.Of(Levels[trainee.Ended % Levels.Length]), Cell.YesNo(trainee.WasEmployed), Cell.Day(trainee.Ended), Cell.YesNo(trainee.Assessed), Cell.Code(trainee.Result),
        trainee.Issued > 0 ? Cell.Of("ZS" + trainee.Id) : Cell.Empty, Cell.Day(trainee.Issued), Scene.Area(trainee.District), Cell.Empty,
    ];
}

using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>What is known of a person.</summary>
sealed record KnownPerson(string Id, PersonNumber Person, string Education, bool Urban, int Recorded, int District);

/// <summary>人员基本信息: some of those who registered work.</summary>
sealed class Persons(Scene scene) : RecordTable<KnownPerson>("person", scene)
{
    const int OneIn = 40;

    protected override IEnumerable<KnownPerson> Records()
    {
        var number = 0;
        foreach (var job in Scene.Log.Of<Employment>().Where(job => !job.Person.Broken && job.Ordinal % OneIn == 0))
        {
            var draw = Scene.Draw("person", number);
            yield return new(Scene.Id("GR", number++), job.Person, Choices.Education(ref draw), job.Urban, job.StartedOn, job.District);
        }
    }

    protected override int DayOf(KnownPerson person) => person.Recorded;

    protected override KnownPerson? Before(KnownPerson person, ref Draw draw) => draw.PerMille(60) ? person with { Urban = !person.Urban } : null;

    protected override Cell[] Cells(KnownPerson person) =>
    [
        Cell.Of(person.Id), Cell.Of(person.Person.ToString()), Cell.Code(person.Person.IsMale ? "1" : "2"), Cell.Day(person.Person.Birth.DayNumber),
        Cell.Code(person.Education), Cell.YesNo(person.Urban), Cell.Empty, Scene.Area(person.District), Cell.Empty,
    ];
}

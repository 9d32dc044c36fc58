using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>Checks by telephone and on site: a seeded draw, the call sheet, the results.</summary>
public sealed class CheckDesk(StateStore store)
{
    public Task<Outcome<SampleRow>> Draw(
        Actor actor, string round, int city, string indicator, IReadOnlyCollection<SampleRecord> roster, int size, string seed, CancellationToken cancel) =>
        store.Change<SampleRow>(actor, Act.DrawSample, $"{round}/{city}/{indicator}", async state =>
        {
            var found = await state.Round(round, actor, Act.DrawSample, city);
            if (found.Refusal is { } refusal) return refusal;
            if ((await state.City(round, city)).Refusal is { } unknown) return unknown;
            if (await state.Unassigned(actor, round, city) is { } unassigned) return unassigned;
            if (string.IsNullOrWhiteSpace(seed) || seed == SampleRow.ChosenByHand) return ApplicationDesk.NoReason();
            var sample = new SampleRow { Id = $"{round}-{city}-{indicator}-{seed}", RoundId = round, CityCode = city, Indicator = indicator, Seed = seed, Population = roster.Count };
            if (await state.Samples.FindAsync([sample.Id], cancel) is not null)
                return Refusal.Of(RefusalReason.AlreadyExists, "该指标已用此随机数抽取过样本", "A sample with this seed was drawn already.");
            state.Samples.Add(sample);
            state.Checks.AddRange(StratifiedSample.Draw(roster, size, seed).Select((record, i) =>
                new CheckRow { SampleId = sample.Id, Line = i + 1, Stratum = record.Stratum, Record = record.Record }));
            return sample;
        }, cancel);

    /// <summary>Notes rows that an expert doubts, each with the reason, on a call sheet of their own: chosen by a person, so nothing follows for the others.</summary>
    public Task<Outcome<SampleRow>> Doubt(
        Actor actor, string round, int city, string indicator, IReadOnlyCollection<SampleRecord> records, int population, string reason, CancellationToken cancel) =>
        store.Change<SampleRow>(actor, Act.DrawSample, $"{round}/{city}/{indicator}", async state =>
        {
            var found = await state.Round(round, actor, Act.DrawSample, city);
            if (found.Refusal is { } refusal) return refusal;
            if ((await state.City(round, city)).Refusal is { } unknown) return unknown;
            if (await state.Unassigned(actor, round, city) is { } unassigned) return unassigned;
            if (string.IsNullOrWhiteSpace(reason)) return ApplicationDesk.NoReason();
            if (records.Count == 0) return Refusal.Of(RefusalReason.NotFound, "没有选择存疑的行", "No row was chosen.");
            var id = DoubtSheet(round, city, indicator);
            if (await state.Samples.FindAsync([id], cancel) is not { } sheet)
                state.Samples.Add(sheet = new SampleRow { Id = id, RoundId = round, CityCode = city, Indicator = indicator, Seed = SampleRow.ChosenByHand, Population = population });
            var before = await state.Checks.Where(row => row.SampleId == id).ToListAsync(cancel);
            var line = before.Count;
            foreach (var record in records.Where(record => before.All(row => row.Record != record.Record)))
                state.Checks.Add(new CheckRow { SampleId = id, Line = ++line, Stratum = record.Stratum, Record = record.Record, Note = reason });
            return sheet;
        }, cancel);

    /// <summary>The id of the sheet of an item's rows in doubt.</summary>
    public static string DoubtSheet(string round, int city, string indicator) => $"{round}-{city}-{indicator}-{SampleRow.ChosenByHand}";

    public Task<Outcome<CheckRow>> Record(Actor actor, string sample, int line, CheckResult result, string note, int version, CancellationToken cancel) =>
        store.Change<CheckRow>(actor, Act.RecordCheck, $"{sample}/{line}", async state =>
        {
            if (await state.Samples.FindAsync([sample], cancel) is not { } drawn || await state.Checks.FindAsync([sample, line], cancel) is not { } row)
                return Refusal.Of(RefusalReason.NotFound, "没有这条抽查记录", "There is no such line in a sample.");
            var found = await state.Round(drawn.RoundId, actor, Act.RecordCheck, drawn.CityCode);
            if (found.Refusal is { } refusal) return refusal;
            if (await state.Unassigned(actor, drawn.RoundId, drawn.CityCode) is { } unassigned) return unassigned;
            if (version != row.Version) return StateStore.Conflict();
            // What was denied must say how, because it may cost the city its place.
            if (result == CheckResult.Denied && string.IsNullOrWhiteSpace(note)) return ApplicationDesk.NoReason();
            (row.Result, row.Note) = (result, note);
            return row;
        }, cancel);

    public Task<List<CheckRow>> CallSheet(string sample) => store.Read(state => state.Checks.Where(row => row.SampleId == sample).OrderBy(row => row.Line).ToListAsync());

    public async Task<Verification> Verify(string sample) => Verification.Of([.. (await CallSheet(sample)).Select(row => row.Result)]);
}

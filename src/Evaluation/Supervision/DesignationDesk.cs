using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Evaluation.Supervision;

/// <summary>认定 and 监督管理: designation and its end, each by two persons; nothing that was is erased.</summary>
public sealed class DesignationDesk(StateStore store)
{
    public Task<Outcome<string>> Propose(Actor actor, string round, CancellationToken cancel) =>
        store.Change<string>(actor, Act.ProposeDesignation, round, async state =>
        {
            var found = await state.Round(round, actor, Act.ProposeDesignation);
            if (found.Refusal is { } refusal) return refusal;
            if (await PublicityDesk.NotOver(state, round, 0, store.Today) is { } running) return running;
            var list = await List(state, round);
            await state.Propose(found.Value!, Act.Designate, round, list, actor, string.Join("、", (await state.CitiesOf(round, Standing.Proposed)).Select(city => city.CityName)));
            return list;
        }, cancel);

    /// <summary>Cities on the list without an upheld objection receive the title and their certificate's number.</summary>
    public Task<Outcome<RoundRow>> Designate(Actor actor, string round, int version, CancellationToken cancel) =>
        store.Change<RoundRow>(actor, Act.Designate, round, async state =>
        {
            var found = await state.Round(round, actor, Act.Designate, version: version);
            if (found.Value is not { } row) return found;
            if (await PublicityDesk.NotOver(state, round, 0, store.Today) is { } running) return running;
            if (await state.SecondPerson(row, Act.Designate, round, await List(state, round), actor) is { } second) return second;
            var number = 0;
            foreach (var city in await state.CitiesOf(round, Standing.Proposed))
            {
                if (city.Move(Act.Designate, Standing.Designated) is { } refusal) return refusal;
                (city.DesignatedOn, city.Certificate) = (store.Today, string.Create(CultureInfo.InvariantCulture, $"{round}-{++number:000}"));
            }
            row.Stage = Procedure.Next(row.Stage, Act.Designate);
            return row;
        }, cancel);

    public Task<Outcome<ViolationRow>> RecordViolation(Actor actor, string id, string round, int city, string description, string sha256, CancellationToken cancel) =>
        store.Change<ViolationRow>(actor, Act.RecordViolation, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.RecordViolation, city);
            if (found.Refusal is { } refusal) return refusal;
            if ((await state.City(round, city)).Refusal is { } unknown) return unknown;
            if (string.IsNullOrWhiteSpace(description)) return ApplicationDesk.NoReason();
            if (await state.Violations.FindAsync([id], cancel) is not null) return Refusal.Of(RefusalReason.AlreadyExists, $"“{id}”已登记", $"'{id}' is recorded already.");
            var row = new ViolationRow { Id = id, RoundId = round, CityCode = city, FoundOn = store.Today, Description = description, Sha256 = sha256 };
            state.Violations.Add(row);
            return row;
        }, cancel);

    public Task<Outcome<string>> ProposeRevocation(Actor actor, string round, int city, string reason, CancellationToken cancel) =>
        store.Change<string>(actor, Act.ProposeRevocation, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.ProposeRevocation);
            if (found.Refusal is { } refusal) return refusal;
            var row = await state.City(round, city);
            if (row.Refusal is { } unknown) return unknown;
            if (string.IsNullOrWhiteSpace(reason)) return ApplicationDesk.NoReason();
            if (Procedure.Check(row.Value!.Standing, Act.Revoke, Standing.Revoked) is { } not) return not;
            await state.Propose(found.Value!, Act.Revoke, Subject(city), CanonicalJson.Sha256(reason), actor, reason);
            return reason;
        }, cancel);

    public Task<Outcome<CityRow>> Revoke(Actor actor, string round, int city, int version, string reason, CancellationToken cancel) =>
        store.Change<CityRow>(actor, Act.Revoke, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.Revoke);
            if (found.Refusal is { } refusal) return refusal;
            var row = await state.City(round, city, version);
            if (row.Value is not { } designated) return row;
            if (string.IsNullOrWhiteSpace(reason)) return ApplicationDesk.NoReason();
            if (await state.SecondPerson(found.Value!, Act.Revoke, Subject(city), CanonicalJson.Sha256(reason), actor) is { } second) return second;
            if (designated.Move(Act.Revoke, Standing.Revoked) is { } stays) return stays;
            (designated.RevokedOn, designated.Reason) = (store.Today, reason);
            return designated;
        }, cancel);

    /// <summary>A falsified report ends the candidacy, with a reason and the paper that proves it.</summary>
    public Task<Outcome<CityRow>> Disqualify(Actor actor, string round, int city, int version, string reason, string sha256, CancellationToken cancel) =>
        store.Change<CityRow>(actor, Act.Disqualify, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.Disqualify, city);
            if (found.Refusal is { } refusal) return refusal;
            var row = await state.City(round, city, version);
            if (row.Value is not { } falsifier) return row;
            if (actor.Belongs(city)) return Refusal.Of(RefusalReason.OwnCity, "不得处理本人所在城市", "Nobody decides on their own city.");
            if (string.IsNullOrWhiteSpace(reason)) return ApplicationDesk.NoReason();
            if (sha256.Length != 64) return Refusal.Of(RefusalReason.EvidenceMissing, "取消资格须附证据材料", "Disqualifying needs its evidence.");
            if (falsifier.Move(Act.Disqualify, Standing.Disqualified) is { } stays) return stays;
            falsifier.Reason = $"{reason}（证据SHA-256 {sha256}）";
            return falsifier;
        }, cancel);

    static async Task<string> List(StateContext state, string round) =>
        CanonicalJson.Hash((await state.CitiesOf(round, Standing.Proposed)).Select(city => city.CityCode).ToList());

    static string Subject(int city) => city.ToString(CultureInfo.InvariantCulture);
}

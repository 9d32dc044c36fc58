using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>What a city states of itself before the freeze, and what its own records give instead (P03).</summary>
public sealed class ReportDesk(StateStore store)
{
    /// <summary>Writes the reported figures; an empty text takes a figure back.</summary>
    public Task<Outcome<int>> Report(Actor actor, string round, int city, IReadOnlyDictionary<string, string> reported, CancellationToken cancel) =>
        store.Change<int>(actor, Act.ReportFigures, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.ReportFigures, city);
            if (found.Refusal is { } refusal) return refusal;
            if ((await state.City(round, city)).Refusal is { } unknown) return unknown;
            var rows = await state.Reports.Where(x => x.RoundId == round && x.CityCode == city).ToDictionaryAsync(x => x.Item, StringComparer.Ordinal, cancel);
            var items = found.Value!.Rules().Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var (item, typed) in reported)
            {
                var text = typed.Trim();
                if (!items.Contains(item)) return Refusal.Of(RefusalReason.UnknownItem, $"本轮规则中没有指标项“{item}”", $"The rule set has no figure '{item}'.");
                if (text.Length > 0 && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                    return Refusal.Of(RefusalReason.PointsOutOfRange, $"{item}上报数“{text}”不是数字", $"{item}: '{text}' is not a number.");
                if (rows.TryGetValue(item, out var row) && text.Length == 0) state.Reports.Remove(row);
                else if (row is not null && row.Reported != text) (row.Reported, row.Author) = (text, actor.Id);
                else if (row is null && text.Length > 0) state.Reports.Add(new ReportRow { RoundId = round, CityCode = city, Item = item, Reported = text, Author = actor.Id });
            }
            return reported.Count;
        }, cancel);

    /// <summary>Reported beside recomputed: the frozen figures, or before the freeze those of a release.</summary>
    public Task<IReadOnlyList<ReportedFigure>> Compare(string round, int city, FrozenFigures figures) => store.Read<IReadOnlyList<ReportedFigure>>(async state =>
        [.. (await state.Reports.Where(x => x.RoundId == round && x.CityCode == city).ToListAsync()).OrderBy(x => x.Item, StringComparer.Ordinal)
            .Select(row => ReportedFigure.Of(row.Item, row.Reported, figures.Find(city, row.Item)))]);
}

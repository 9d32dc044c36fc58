using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>A view of an indicator in which a set of persons is counted.</summary>
/// <param name="Above">Its numerator is a number of these persons.</param>
/// <param name="Below">Its denominator is.</param>
sealed record PersonView(string Indicator, string Variant, bool Above, bool Below);

/// <summary>
/// All views in which one set of persons is counted. What is held back of one of them is held back of all, cell by cell: a rate's numerator is
/// another's count.
/// </summary>
/// <param name="Adds">Months add up to quarters and years: a cell can be worked out from the others of its year.</param>
/// <param name="Stands">A quarter or year repeats its last month: both are held back or neither.</param>
sealed record PersonTable(IReadOnlyList<PersonView> Views, bool Adds, bool Stands)
{
    public static IReadOnlyList<PersonTable> Of(IReadOnlyCollection<IndicatorHeader> headers) =>
        [.. headers.SelectMany(header => header.Persons.Values).Distinct().Order(StringComparer.Ordinal).Select(set => Of(set, headers))];

    static PersonTable Of(string set, IEnumerable<IndicatorHeader> headers)
    {
        var views = new List<PersonView>();
        var kinds = new HashSet<OverTime>();
        foreach (var header in headers.Where(header => header.Persons.Values.Contains(set)))
        {
            var own = header.Parts.Select((part, place) => (part, place)).Where(x => header.Persons.GetValueOrDefault(x.part.Key) == set).ToDictionary(x => x.place, x => x.part.Value);
            foreach (var view in IndicatorView.Of(header).Where(view => view.PartsUsed.Any(own.ContainsKey)))
            {
                views.Add(new PersonView(header.Code, view.Variant, Counts(view.Numerator), view.Denominator is { } below && Counts(below)));
                kinds.UnionWith(view.PartsUsed.Where(own.ContainsKey).Select(part => own[part]));
            }

            bool Counts(PartSum sum) => sum.Terms.All(term => term.Sign > 0 && own.ContainsKey(term.Part));
        }
        // What is carried over from before the period is added to each period anew: months then do not add up.
        return new PersonTable(
            views, kinds.Contains(OverTime.Flow) && !kinds.Contains(OverTime.StockAtStart), kinds.Overlaps([OverTime.StockAtEnd, OverTime.LevelAtEnd]));
    }
}

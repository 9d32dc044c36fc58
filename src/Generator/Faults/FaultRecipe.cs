using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Faults;

enum FaultAction { Spoil, Ragged, Clear, BreakIdentifier }

/// <summary>
/// One fault and how a sound row gets it. <see cref="FaultAction.Spoil"/> and <see cref="FaultAction.Ragged"/> make rows that are refused;
/// the other two make rows that are kept: an optional code outside its list counts as empty, a wrong check digit still identifies.
/// </summary>
sealed record FaultRecipe(FaultKind Kind, FaultAction Action, Action<Cell[], SourceLayout> Spoil)
{
    /// <summary>Whether a sound row can carry the fault as it stands.</summary>
    public Func<Cell[], SourceLayout, bool> Suits { get; private init; } = (_, _) => true;

    public static FaultRecipe Required(string source, string column) => Refused(source, "required", column, Cell.Empty);

    public static FaultRecipe WrongType(string source, string column, string text) => Refused(source, "type", column, Cell.Spoilt(text));

    public static FaultRecipe UnknownCode(string source, string column) => Refused(source, "code_list", column, Cell.Spoilt("77"));

    public static FaultRecipe OutOfRange(string source, string column, Cell cell) => Refused(source, "range", column, cell);

    public static FaultRecipe UnknownArea(string source) => Refused(source, "area_unknown", "area", Cell.Spoilt("999901"));

    /// <param name="later">Columns that would contradict a day in the far future.</param>
    public static FaultRecipe InFuture(string source, string column, bool isMoment, params string[] later)
    {
        var day = new DateOnly(2099, 1, 1).DayNumber;
        return new(new(source, "future", column, FaultKind.Rejection), FaultAction.Spoil, (cells, layout) =>
        {
            foreach (var name in later) cells[layout[name]] = Cell.Empty;
            cells[layout[column]] = isMoment ? Cell.Moment(day * 86_400L) : Cell.Day(day);
        });
    }

    public static FaultRecipe OutOfOrder(string source, string earlier, string later) =>
        new(new(source, "order", later, FaultKind.Rejection), FaultAction.Spoil, (cells, layout) =>
        {
            var first = cells[layout[earlier]];
            cells[layout[later]] = first.Kind switch
            {
                CellKind.Moment => Cell.Moment(first.Number - 86_400),
                CellKind.Date => Cell.Day((int)first.Number - 5),
                _ => Cell.Hundredths(first.Number - 10_000),
            };
        })
        {
            Suits = (cells, layout) => cells[layout[earlier]].Kind != CellKind.Empty,
        };

    /// <summary>As <see cref="OutOfOrder"/>, by moving the earlier day; the fault is still found at the later column.</summary>
    public static FaultRecipe EarlierTooLate(string source, string earlier, string later) =>
        new(new(source, "order", later, FaultKind.Rejection), FaultAction.Spoil,
            (cells, layout) => cells[layout[earlier]] = Cell.Day((int)cells[layout[later]].Number + 5));

    public static FaultRecipe Columns(string source) => new(new(source, "columns", "", FaultKind.Rejection), FaultAction.Ragged, (_, _) => { });

    /// <summary>Kept, the cell counts as empty.</summary>
    public static FaultRecipe UnknownOptionalCode(string source, string column, string text) =>
        new(new(source, "code_list", column, FaultKind.Warning), FaultAction.Clear, (cells, layout) => cells[layout[column]] = Cell.Spoilt(text))
        {
            Suits = (cells, layout) => cells[layout[column]].Kind == CellKind.Empty,
        };

    /// <summary>Kept, the number still identifies.</summary>
    public static FaultRecipe WrongCheckDigit(string source, string column) =>
        new(new(source, "identifier", column, FaultKind.Warning), FaultAction.BreakIdentifier, (_, _) => { });

    static FaultRecipe Refused(string source, string rule, string column, Cell cell) =>
        new(new(source, rule, column, FaultKind.Rejection), FaultAction.Spoil, (cells, layout) => cells[layout[column]] = cell);
}

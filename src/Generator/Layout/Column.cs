namespace DemoCityAnalytics.Generator.Layout;

enum ColumnType { Text, Integer, Decimal, Date, Moment, Month, YesNo, Code, Area, Person, CreditCode }

/// <summary>A column as the systems export it: its position in the contract and its heading in each header version.</summary>
sealed record Column(int Index, string Name, ColumnType Type, string List, bool IsKey, string Unit, string Label, string City2021, string Hrss, string Group);

/// <summary>The columns of one source, in the contract's order.</summary>
sealed class SourceLayout
{
    static readonly Dictionary<string, SourceLayout> Known = Read();

    readonly Dictionary<string, int> _positions;

    SourceLayout(string name, string label, IReadOnlyList<Column> columns)
    {
        (Name, Label, Columns) = (name, label, columns);
        _positions = columns.ToDictionary(column => column.Name, column => column.Index, StringComparer.Ordinal);
        KeyColumns = columns.Where(column => column.IsKey).Select(column => column.Index).ToArray();
    }

    public string Name { get; }

    /// <summary>Chinese name, used in file names and titles.</summary>
    public string Label { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Positions of the columns whose completeness is reported (关键字段).</summary>
    public IReadOnlyList<int> KeyColumns { get; }

    public int this[string column] => _positions[column];

    public static SourceLayout Of(string source) => Known[source];

    static Dictionary<string, SourceLayout> Read() => ReferenceTable.Read("columns.csv")
        .GroupBy(cells => (Source: cells[0], Label: cells[1]))
        .Select(group => new SourceLayout(group.Key.Source, group.Key.Label, group.Select(ToColumn).ToArray()))
        .ToDictionary(layout => layout.Name, StringComparer.Ordinal);

    static Column ToColumn(string[] cells, int index) =>
        new(index, cells[2], TypeOf(cells[3]), cells[4], cells[5] == "1", cells[6], cells[7], cells[8], cells[9], cells[10]);

    static ColumnType TypeOf(string name) => name switch
    {
        "text" => ColumnType.Text,
        "integer" => ColumnType.Integer,
        "decimal" => ColumnType.Decimal,
        "date" => ColumnType.Date,
        "datetime" => ColumnType.Moment,
        "month" => ColumnType.Month,
        "yes_no" => ColumnType.YesNo,
        "code" => ColumnType.Code,
        "area" => ColumnType.Area,
        "person" => ColumnType.Person,
        "credit_code" => ColumnType.CreditCode,
        _ => throw new FormatException($"Reference/columns.csv: unknown column type '{name}'."),
    };
}

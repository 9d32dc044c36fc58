using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Ingest.Contracts;

namespace DemoCityAnalytics.Ingest.Tests.Contracts;

/// <summary>A row that a file of a source may hold, and what the load must find: nothing, or one rule broken in one column.</summary>
sealed record ContractRow(string[] Cells, string Rule = "", string Column = "", bool Rejects = false);

/// <summary>Rows made from a contract alone: good ones, and one for each way in which the contract says a row can be wrong.</summary>
sealed class ContractRows
{
    static readonly DateOnly FirstDay = new(2024, 3, 1);
    static readonly string[] Patterns = ["E01", "S1.1", new('a', 64)];

    readonly Contract contract;
    readonly Dictionary<ContractColumn, int> rank = [];

    public ContractRows(Contract contract)
    {
        this.contract = contract;
        foreach (var column in contract.Columns) rank[column] = column.Index + 1;
        // Where a rule orders two columns, the later one gets the greater value.
        for (var pass = 0; pass < contract.Columns.Count; pass++)
            foreach (var rule in contract.Rules) rank[rule.Later] = Math.Max(rank[rule.Later], rank[rule.Earlier] + 1);
    }

    /// <summary>A good row; rows of different numbers are about different things.</summary>
    public string[] Good(int number) => [.. contract.Columns.Select(column => Cell(column, number))];

    /// <summary>What the warehouse must hold for a cell of a good row, by the name of the stored column.</summary>
    public IEnumerable<(string Column, string Value)> Stored(int number)
    {
        foreach (var column in contract.Columns)
        {
            var cell = Cell(column, number);
            switch (column.Type)
            {
                case ColumnType.Code:
                    yield return (column.Name, CodeOf(column).Value);
                    break;
                case ColumnType.Decimal:
                    yield return (column.Name, decimal.Parse(cell, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture));
                    break;
                case ColumnType.Month:
                    yield return (column.Name, MonthIndex(Day(column)).ToString(CultureInfo.InvariantCulture));
                    break;
                case ColumnType.YesNo:
                    yield return (column.Name, "1");
                    break;
                case ColumnType.Person or ColumnType.Area or ColumnType.Salary:
                    break;
                default:
                    yield return (column.Name, cell);
                    break;
            }
        }
        if (contract.Place is not null)
        {
            yield return ("city_code", "130100");
            yield return ("district_code", "130100");
        }
        if (contract.Period is { } period) yield return ("row_month", MonthIndex(Day(period)).ToString(CultureInfo.InvariantCulture));
        foreach (var (column, person) in contract.Columns.Where(column => column.Type == ColumnType.Person).Select(column => (column, "person_key")))
            yield return (person, PersonKey);
    }

    /// <summary>The pseudonym of the number that good rows carry, under the key of the tests' warehouse.</summary>
    public required string PersonKey { get; init; }

    public static string Person => "11010519491231002X";

    /// <summary>For every rule of the contract, one row that breaks it and nothing else.</summary>
    public IEnumerable<ContractRow> Wrong()
    {
        foreach (var column in contract.Columns)
        {
            if (column.Required) yield return With(column, "", "required", true);
            foreach (var row in Wrong(column)) yield return row;
        }
        foreach (var rule in contract.Rules) yield return With(rule.Later, Below(rule), "order", true);
    }

    IEnumerable<ContractRow> Wrong(ContractColumn column)
    {
        var definition = column.Definition;
        switch (column.Type)
        {
            case ColumnType.Text:
                if (definition.MaxLength is { } longest) yield return With(column, new string('长', longest + 1), "range", true);
                if (definition.Pattern is not null) yield return With(column, "？", "range", true);
                break;
            case ColumnType.Code:
                yield return With(column, "表外代码", "code_list", column.Required);
                break;
            case ColumnType.Integer or ColumnType.Decimal:
                yield return With(column, "若干", "type", true);
                if (column.Type == ColumnType.Integer && definition.Unit is null) yield return With(column, $"{definition.Min ?? 0}.5", "type", true);
                if (definition.Min is { } low) yield return With(column, (low - 1).ToString(CultureInfo.InvariantCulture), "range", true);
                if (definition.Max is { } high) yield return With(column, (high + 1).ToString(CultureInfo.InvariantCulture), "range", true);
                break;
            case ColumnType.Date or ColumnType.DateTime:
                yield return With(column, "不详日期", "type", true);
                if (definition.NotAfterLoad) yield return With(column, "2031-01-01", "future", true);
                break;
            case ColumnType.Area:
                yield return With(column, "990000", "area_unknown", column.Required);
                yield return With(column, "某处", "area_unknown", false);
                break;
            case ColumnType.Person:
                yield return With(column, "110105194912310021", "identifier", false);
                yield return With(column, new string('9', 65), "type", true);
                break;
            case ColumnType.CreditCode:
                yield return With(column, "91330200AY4CL12T25", "identifier", false);
                break;
            default:
                yield return With(column, "说不清", "type", true);
                break;
        }
    }

    ContractRow With(ContractColumn column, string cell, string rule, bool rejects)
    {
        var cells = Good(900 + column.Index);
        cells[column.Index] = cell;
        return new ContractRow(cells, rule, column.Name, rejects);
    }

    string Below(OrderRule rule) => rule.Later.Type switch
    {
        ColumnType.Date => Day(rule.Earlier).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.DateTime => Day(rule.Earlier).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 08:00:00",
        _ => (Number(rule.Earlier) - 1).ToString(CultureInfo.InvariantCulture),
    };

    string Cell(ContractColumn column, int number) => column.Type switch
    {
        ColumnType.Code => CodeOf(column).Zh,
        ColumnType.Integer or ColumnType.Decimal => Number(column).ToString(CultureInfo.InvariantCulture),
        ColumnType.Date => Day(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.DateTime => Day(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 08:00:00",
        ColumnType.Month => Day(column).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ColumnType.YesNo => column.Zh.Contains("有无", StringComparison.Ordinal) ? "有" : "是",
        ColumnType.Area => "130100",
        ColumnType.Person => Person,
        ColumnType.CreditCode => "91330200AY4CL12T24",
        ColumnType.Salary => "面议",
        _ => Text(column, number),
    };

    static string Text(ContractColumn column, int number)
    {
        if (column.Definition.Pattern is { } pattern) return Patterns.Single(text => Regex.IsMatch(text, pattern));
        var text = $"甲{column.Index}-{number}";
        return text.Length <= column.Definition.MaxLength.GetValueOrDefault(int.MaxValue) ? text : throw new InvalidOperationException($"{column.Name} is too short for a sample.");
    }

    // The last code of the list, so that a column that lost its list would show.
    static Code CodeOf(ContractColumn column) => column.List!.Codes[^1];

    DateOnly Day(ContractColumn column) => column.Type == ColumnType.Month ? FirstDay.AddMonths(rank[column]) : FirstDay.AddDays(7 * rank[column]);

    decimal Number(ContractColumn column)
    {
        // An area's own code and its parent's: a district of the city, so that the load may take it into the table of areas.
        if (column.Name == "area_code") return 130_199;
        if (column.Name == "parent_code") return 130_100;
        var low = column.Definition.Min ?? 0;
        var wanted = low + rank[column] + (column.Type == ColumnType.Decimal ? 0.25m : 0);
        return column.Definition.Max is { } high && wanted > high ? high : wanted;
    }

    static int MonthIndex(DateOnly day) => day.Year * 12 + day.Month - 1;
}

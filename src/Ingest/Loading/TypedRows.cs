using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Mapping;
using DemoCityAnalytics.Ingest.Quality;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>What typing rows needs to know beside the file itself.</summary>
sealed record TypingContext(Contract Contract, IdentityKey Key, PlaceTable Places, DateOnly Today);

/// <summary>
/// Turns records into typed rows, batch by batch, and keeps account: every record after the head is accepted, rejected, blank or a note.
/// </summary>
sealed class TypedRows
{
    const int FirstRows = 256;
    const int MostRows = 8_192;
    const int MostText = 16 << 20;
    const int FoundLength = 64;

    static readonly byte[] NoneToken = "无"u8.ToArray();

    readonly Contract contract;
    readonly HeadMap head;
    readonly IEnumerator<Record> records;
    readonly Step[] plan;
    readonly StandingColumns standing;
    readonly TypedColumn?[] byIndex;
    readonly ArrowBuffers[] buffers;
    readonly TextBuffers[] texts;
    readonly List<Finding> ofRow = [];
    readonly AreaColumn? place;
    readonly TypedColumn? period;
    readonly SalaryColumn? salary;
    readonly NumberColumn?[] salaryBounds = [];
    readonly bool[] filled;
    readonly Dictionary<int, (int First, int Last)> months = [];
    int capacity;

    sealed record Step(TypedColumn Column, int Cell, bool NoneIsValue, bool Counts);

    public TypedRows(TypingContext context, HeadMap head, IEnumerable<Record> records, int loadId)
    {
        contract = context.Contract;
        Findings = new FindingLog(contract);
        this.head = head;
        this.records = records.GetEnumerator();
        byIndex = new TypedColumn?[contract.Columns.Count];
        filled = new bool[contract.Columns.Count];
        foreach (var column in contract.Columns)
        {
            var factor = head.Columns.FirstOrDefault(mapped => mapped.Column == column)?.Factor ?? 1;
            byIndex[column.Index] = Make(column, context, factor);
        }
        // The day first: what a place's name means may depend on it.
        plan = [.. head.Columns.OrderBy(mapped => mapped.Column != contract.Period).Select(mapped => new Step(
            byIndex[mapped.Column.Index]!, mapped.Cell,
            byIndex[mapped.Column.Index] is YesNoColumn { KnowsNone: true } || mapped.Column.List?.TryFind(NoneToken, out _) == true,
            mapped.Column.KeyField))];
        place = contract.Place is { } placeColumn && IsMapped(placeColumn) ? (AreaColumn)byIndex[placeColumn.Index]! : null;
        period = contract.Period is { } periodColumn && IsMapped(periodColumn) ? byIndex[periodColumn.Index] : null;
        salary = plan.Select(step => step.Column).OfType<SalaryColumn>().FirstOrDefault();
        if (salary is not null)
            salaryBounds = [.. salary.Column.Definition.Fills.Select(name => byIndex[contract.Columns.Single(column => column.Name == name).Index] as NumberColumn)];
        standing = new StandingColumns(contract, head, loadId);
        buffers = [.. standing.Buffers, .. plan.Select(step => step.Column).Concat(salaryBounds.OfType<TypedColumn>()).Distinct().SelectMany(column => column.Buffers)];
        texts = [.. buffers.OfType<TextBuffers>()];
        Schema = new Schema(buffers.Select(buffer => buffer.Field), null);
    }

    public Schema Schema { get; }

    /// <summary>The columns of the batches: the standing ones, those of the head, and those that a salary text fills.</summary>
    public IEnumerable<string> Carried => Schema.FieldsList.Select(each => each.Name);

    public FindingLog Findings { get; }

    /// <summary>Months that the accepted rows of each city speak about: first and last.</summary>
    public IEnumerable<(int City, int First, int Last)> Months => months.Where(city => city.Value.First <= city.Value.Last).Select(city => (city.Key, city.Value.First, city.Value.Last));

    /// <summary>Cities that accepted rows belong to.</summary>
    public IReadOnlyCollection<int> Cities => months.Keys;

    /// <summary>Each business key of the accepted rows is greater than the one before, so that none comes twice.</summary>
    public bool KeysGrow => standing.KeysGrow;

    public long Accepted { get; private set; }
    public long Rejected { get; private set; }
    public long Read { get; private set; }
    public long Blank { get; private set; }
    public long Notes { get; private set; }

    /// <summary>The next batch of accepted rows; null when the file is read to its end.</summary>
    public RecordBatch? Next(CancellationToken cancel)
    {
        var rows = Fill(cancel);
        return rows == 0 ? null : new RecordBatch(Schema, buffers.Select(buffer => buffer.Take(rows)), rows);
    }

    /// <summary>Types all rows and keeps none of them, only what was counted and found.</summary>
    public void Measure(CancellationToken cancel)
    {
        while (Fill(cancel) > 0)
        {
            // The next rows overwrite these.
        }
    }

    int Fill(CancellationToken cancel)
    {
        var rows = 0;
        Resize(Math.Max(FirstRows, capacity));
        for (var read = 0; rows < MostRows; read++)
        {
            if ((read & 255) == 255)
            {
                cancel.ThrowIfCancellationRequested();
                if (texts.Sum(text => text.Bytes) > MostText) break;
            }
            if (!records.MoveNext()) break;
            if (rows == capacity) Resize(capacity * 4);
            if (Take(records.Current, rows)) rows++;
        }
        return rows;
    }

    bool Take(Record record, int row)
    {
        if (record.IsBlank)
        {
            Blank++;
            return false;
        }
        ofRow.Clear();
        if (record.Fault != RecordFault.None || record.Count != head.Cells && !OnlyEmptyBeyond(record))
        {
            ofRow.Add(new Finding(record.Line, Rule.Columns, null, true, Cells(record)) { Fault = record.Fault, ExpectedCells = head.Cells });
        }
        else
        {
            ReadCells(record, row);
            CheckOrder(record);
        }
        var rejected = ofRow.Exists(finding => finding.Rejects);
        if (rejected && NoteRows.IsNote(record))
        {
            Notes++;
            return false;
        }
        foreach (var finding in ofRow) Findings.Add(finding);
        Read++;
        if (rejected)
        {
            Rejected++;
            return false;
        }
        Accepted++;
        Finish(record.Line, row);
        return true;
    }

    void ReadCells(Record record, int row)
    {
        standing.Begin();
        // A salary text fills other columns, which this head may not have.
        foreach (var bound in salaryBounds) bound?.SetEmpty(row);
        foreach (var step in plan)
        {
            var column = step.Column;
            var cell = Utf8Text.Trim(step.Cell < record.Count ? record[step.Cell] : default);
            var index = column.Column.Index;
            filled[index] = false;
            if (column == place) place.Day = Day;
            if (Utf8Text.IsEmptyToken(cell) && !(step.NoneIsValue && cell.SequenceEqual(NoneToken)))
            {
                column.SetEmpty(row);
                if (column.Column.Required) ofRow.Add(new Finding(record.Line, Rule.Required, column.Column, true, null));
                continue;
            }
            var verdict = step.Cell < record.Count && record.IsNested(step.Cell) ? CellVerdict.WrongType : column.Read(cell, row);
            if (verdict == CellVerdict.Accepted)
            {
                filled[index] = true;
                if (step.Counts && !column.IsPlaceholder) standing.KeyCellsFilled++;
                if (!column.IsPlaceholder) standing.CountIdentifier(column.Column.Type, isValid: true);
            }
            else
            {
                Judge(record.Line, step, cell, verdict, row);
            }
        }
    }

    void Judge(int line, Step step, ReadOnlySpan<byte> cell, CellVerdict verdict, int row)
    {
        var column = step.Column.Column;
        var required = column.Required;
        switch (verdict)
        {
            case CellVerdict.MaskedIdentifier:
                if (step.Counts) standing.KeyCellsFilled++;
                return;
            case CellVerdict.InvalidIdentifier or CellVerdict.InvalidOrganisationCode:
                // The inner code alone is no fault of the number: codes were issued before the two were joined.
                var holds = verdict == CellVerdict.InvalidOrganisationCode;
                filled[column.Index] = true;
                if (step.Counts) standing.KeyCellsFilled++;
                standing.CountIdentifier(column.Type, holds);
                ofRow.Add(Finding(line, holds ? Rule.OrganisationCode : Rule.Identifier, column, false, cell));
                return;
            case CellVerdict.UnplacedText:
                ofRow.Add(Finding(line, Rule.AreaUnknown, column, false, cell));
                return;
            case CellVerdict.UnknownArea:
                ofRow.Add(Finding(line, Rule.AreaUnknown, column, required, cell));
                return;
            case CellVerdict.NotInList:
                step.Column.SetEmpty(row);
                ofRow.Add(Finding(line, Rule.CodeList, column, required, cell));
                return;
            case CellVerdict.Unmapped:
                step.Column.Buffers[0].SetNull(row);
                ofRow.Add(Finding(line, Rule.CodeList, column, required, cell));
                return;
            case CellVerdict.OutOfRange:
                ofRow.Add(Finding(line, Rule.Range, column, true, cell));
                return;
            case CellVerdict.InFuture:
                ofRow.Add(Finding(line, Rule.Future, column, true, cell));
                return;
            default:
                ofRow.Add(Finding(line, Rule.Type, column, true, cell));
                return;
        }
    }

    static Finding Finding(int line, Rule rule, ContractColumn column, bool rejects, ReadOnlySpan<byte> cell) =>
        new(line, rule, column, rejects, column.Sensitive ? "***" : Shown(cell));

    static string Shown(ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell);
        return text.Length <= FoundLength ? text : text[..FoundLength] + "…";
    }

    static string? Cells(Record record) => record.Fault == RecordFault.None ? record.Count.ToString(CultureInfo.InvariantCulture) : null;

    // Workbooks give every row the width of the widest; what counts is what lies beyond the head.
    bool OnlyEmptyBeyond(Record record)
    {
        if (!head.WidthVaries) return false;
        for (var cell = head.Cells; cell < record.Count; cell++)
        {
            if (Utf8Text.Trim(record[cell]).Length > 0) return false;
        }
        return true;
    }

    void CheckOrder(Record record)
    {
        foreach (var rule in contract.Rules)
        {
            if (!filled[rule.Earlier.Index] || !filled[rule.Later.Index]) continue;
            if (byIndex[rule.Earlier.Index]!.Order is { } earlier && byIndex[rule.Later.Index]!.Order is { } later && later < earlier)
                ofRow.Add(new Finding(record.Line, Rule.Order, rule.Later, true, $"{CellOf(rule.Later, record)} < {CellOf(rule.Earlier, record)}") { Order = rule });
        }
    }

    string CellOf(ContractColumn column, Record record) => Shown(Utf8Text.Trim(record[plan.First(step => step.Column.Column == column).Cell]));

    void Finish(int line, int row)
    {
        if (salary is not null && filled[salary.Column.Index])
        {
            decimal?[] read = [salary.Pay.Low, salary.Pay.High, salary.Pay.Months];
            for (var bound = 0; bound < salaryBounds.Length; bound++) salaryBounds[bound]?.SetAmount(row, read[bound]);
        }
        var at = place is not null && (filled[place.Column.Index]) ? place.Place : Place.Unplaced;
        var month = Month;
        standing.Finish(row, line, at, month, contract, byIndex, filled);
        if (contract.Place is null) return;
        ref var span = ref CollectionsMarshal.GetValueRefOrAddDefault(months, at.CityCode, out var seen);
        if (!seen) span = (int.MaxValue, int.MinValue);
        if (month is { } known) span = (Math.Min(span.First, known), Math.Max(span.Last, known));
    }

    // The day, and the month, that the row at hand is about.
    DateOnly? Day => Month is not { } month ? null : period is DateColumn date ? date.Day : new Month(month).FirstDay;

    int? Month => period is null || !filled[period.Column.Index] ? null : period is DateColumn date ? date.Month : ((MonthColumn)period).Month;

    bool IsMapped(ContractColumn column) => plan.Any(step => step.Column.Column == column);

    void Resize(int rows)
    {
        capacity = Math.Min(rows, MostRows);
        foreach (var buffer in buffers) buffer.Grow(capacity);
    }

    static TypedColumn Make(ContractColumn column, TypingContext context, long factor) => column.Type switch
    {
        ColumnType.Code => new CodeColumn(column),
        ColumnType.Integer or ColumnType.Decimal => new NumberColumn(column, factor),
        ColumnType.Date or ColumnType.DateTime => new DateColumn(column, context.Today),
        ColumnType.Month => new MonthColumn(column),
        ColumnType.YesNo => new YesNoColumn(column),
        ColumnType.Area => new AreaColumn(column, context.Places),
        ColumnType.Person => new PersonColumn(column, context.Key),
        ColumnType.CreditCode => new CreditCodeColumn(column),
        ColumnType.Salary => new SalaryColumn(column),
        _ => new TextColumn(column),
    };
}

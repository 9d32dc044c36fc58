using System.Text;
using System.Text.RegularExpressions;
using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Ingest.Typing;

sealed class TextColumn(ContractColumn column) : TypedColumn(column)
{
    readonly TextBuffers values = new(column.Name);
    readonly Regex? pattern = column.Definition.Pattern is { } text ? new Regex(text, RegexOptions.NonBacktracking) : null;
    readonly int longest = column.Definition.MaxLength ?? int.MaxValue;
    int row;

    public override IReadOnlyList<ArrowBuffers> Buffers => [values];

    public override ReadOnlySpan<byte> KeyText => values[row];

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        this.row = row;
        if (cell.Length > longest && Utf8Text.Length(cell) > longest) return CellVerdict.OutOfRange;
        if (pattern is not null && !pattern.IsMatch(Encoding.UTF8.GetString(cell))) return CellVerdict.OutOfRange;
        values.Set(row, cell);
        IsPlaceholder = cell is [(byte)'0'] || cell.SequenceEqual("1900-01-01"u8) || cell.SequenceEqual("000000000000000000"u8);
        return CellVerdict.Accepted;
    }
}

sealed class CodeColumn(ContractColumn column) : TypedColumn(column)
{
    readonly record struct Finding(CellVerdict Verdict, byte[] Code, byte Confidence);

    static readonly Finding NotInList = new(CellVerdict.NotInList, [], 0);

    readonly TextBuffers values = new(column.Name);
    readonly FixedBuffers<byte>? confidence = column.IsOccupation ? new(column.Name + "_confidence", UInt8Type.Default) : null;
    readonly CodeList list = column.List!;
    readonly bool subcodes = column.Definition.Subcodes;
    readonly RecentCells<Finding> recent = new();

    public override IReadOnlyList<ArrowBuffers> Buffers => confidence is null ? [values] : [values, confidence];

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        if (!recent.TryGet(cell, out var found)) found = recent.Add(cell, Find(cell));
        if (found.Verdict == CellVerdict.NotInList) return found.Verdict;
        confidence?.Set(row, found.Confidence);
        if (found.Verdict != CellVerdict.Accepted) return found.Verdict;
        values.Set(row, found.Code);
        SetKey(found.Code);
        return CellVerdict.Accepted;
    }

    Finding Find(ReadOnlySpan<byte> cell)
    {
        if (list.TryFind(cell, out var code)) return Sure(code);
        Span<byte> half = stackalloc byte[Math.Min(cell.Length, 256)];
        if (cell.Length > half.Length) return NotInList;
        half = half[..Utf8Text.ToHalfWidth(cell, half)];
        if (list.TryFind(half, out code)) return Sure(code);
        if (subcodes && IsSubcode(half)) return Sure(half.ToArray());
        return confidence is null ? NotInList : Written(half);
    }

    static Finding Sure(byte[] code) => new(CellVerdict.Accepted, code, 100);

    // An occupation in words: taken when it is sure enough, else kept as unmapped with what was found of it.
    static Finding Written(ReadOnlySpan<byte> name) => OccupationText.Find(Encoding.UTF8.GetString(name)) switch
    {
        { Confidence: >= OccupationText.Enough } sure => new(CellVerdict.Accepted, [(byte)sure.Code], (byte)sure.Confidence),
        var unsure => new(CellVerdict.Unmapped, [], (byte)(unsure?.Confidence ?? 0)),
    };

    // 4-01, 4-01-02, 4-01-02-03: levels of two digits below a code of the list.
    bool IsSubcode(ReadOnlySpan<byte> code)
    {
        var dash = code.IndexOf((byte)'-');
        if (dash < 1 || !list.TryFind(code[..dash], out _)) return false;
        var rest = code[dash..];
        if (rest.Length is not (3 or 6 or 9)) return false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (i % 3 == 0 ? rest[i] != '-' : rest[i] is < (byte)'0' or > (byte)'9') return false;
        }
        return true;
    }
}

/// <summary>A whole number (no decimals) or an amount (two decimals, kept as hundredths).</summary>
sealed class NumberColumn : TypedColumn
{
    const int AmountDecimals = 2;

    readonly FixedBuffers<long>? whole;
    readonly FixedBuffers<Int128>? amount;
    readonly bool percent;
    readonly long factor;
    readonly long low;
    readonly long high;

    public NumberColumn(ContractColumn column, long factor) : base(column)
    {
        this.factor = factor;
        percent = column.Definition.Unit == "%";
        if (column.Type == ColumnType.Integer) whole = new FixedBuffers<long>(column.Name, Int64Type.Default);
        else amount = new FixedBuffers<Int128>(column.Name, new Decimal128Type(18, AmountDecimals));
        low = column.Definition.Min is { } min ? (long)(min * 100) : long.MinValue;
        high = column.Definition.Max is { } max ? (long)(max * 100) : long.MaxValue;
    }

    public override IReadOnlyList<ArrowBuffers> Buffers => [(ArrowBuffers?)whole ?? amount!];

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        if (!NumberText.TryRead(cell, percent, out var units, out var decimals)
            || !NumberText.TryScale(units, decimals, AmountDecimals, factor, out var hundredths)) return CellVerdict.WrongType;
        var value = hundredths;
        if (whole is not null && !NumberText.TryScale(units, decimals, 0, factor, out value)) return CellVerdict.WrongType;
        if (hundredths < low || hundredths > high) return CellVerdict.OutOfRange;
        whole?.Set(row, value);
        amount?.Set(row, value);
        Order = hundredths;
        SetKey(value);
        return CellVerdict.Accepted;
    }

    /// <summary>Sets an amount that another column of the row spelled out, where the row has none of its own.</summary>
    public void SetAmount(int row, decimal? value)
    {
        if (value is not { } known || Order is not null) return;
        amount?.Set(row, (Int128)(known * 100));
        whole?.Set(row, (long)known);
    }
}

sealed class DateColumn(ContractColumn column, DateOnly lastDay) : TypedColumn(column)
{
    static readonly int UnixDay = new DateOnly(1970, 1, 1).DayNumber;
    static readonly DateTime Placeholder = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    readonly FixedBuffers<int>? days = column.Type == ColumnType.Date ? new(column.Name, Date32Type.Default) : null;
    readonly FixedBuffers<long>? moments = column.Type == ColumnType.DateTime ? new(column.Name, new TimestampType(TimeUnit.Microsecond, (string?)null)) : null;
    readonly bool notAfterLoad = column.Definition.NotAfterLoad;
    readonly RecentCells<Moment> recent = new();
    Moment last;

    readonly record struct Moment(CellVerdict Verdict, int UnixDay, long Microseconds, DateOnly Day, int Month, bool IsPlaceholder);

    public override IReadOnlyList<ArrowBuffers> Buffers => [(ArrowBuffers?)days ?? moments!];

    /// <summary>The day of the last value.</summary>
    public DateOnly Day => last.Day;

    /// <summary>The month of the last value.</summary>
    public int Month => last.Month;

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        if (!recent.TryGet(cell, out var read)) read = recent.Add(cell, Find(cell));
        if (read.Verdict != CellVerdict.Accepted) return read.Verdict;
        last = read;
        days?.Set(row, read.UnixDay);
        moments?.Set(row, read.Microseconds);
        Order = read.Microseconds;
        IsPlaceholder = read.IsPlaceholder;
        SetKey(read.Microseconds);
        return CellVerdict.Accepted;
    }

    Moment Find(ReadOnlySpan<byte> cell)
    {
        if (!DateText.TryRead(cell, out var moment)) return new Moment { Verdict = CellVerdict.WrongType };
        var day = DateOnly.FromDateTime(moment);
        if (notAfterLoad && day > lastDay) return new Moment { Verdict = CellVerdict.InFuture };
        if (days is not null) moment = moment.Date;
        var microseconds = (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return new Moment(CellVerdict.Accepted, day.DayNumber - UnixDay, microseconds, day, new Month(day.Year, day.Month).Index, moment == Placeholder);
    }
}

sealed class MonthColumn(ContractColumn column) : TypedColumn(column)
{
    readonly FixedBuffers<int> months = new(column.Name, Int32Type.Default);

    public override IReadOnlyList<ArrowBuffers> Buffers => [months];

    public int Month { get; private set; }

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        if (!DateText.TryReadMonth(cell, out var year, out var month)) return CellVerdict.WrongType;
        Month = new Month(year, month).Index;
        months.Set(row, Month);
        Order = Month;
        SetKey(Month);
        return CellVerdict.Accepted;
    }
}

/// <summary>是 or 否; 有 and 无 only where the column itself asks 有无.</summary>
sealed class YesNoColumn(ContractColumn column) : TypedColumn(column)
{
    readonly YesNoBuffers values = new(column.Name);
    readonly bool asksWhetherThereIs = column.Zh.Contains("有无", StringComparison.Ordinal);

    public override IReadOnlyList<ArrowBuffers> Buffers => [values];

    /// <summary>无 is an answer here, not an empty cell.</summary>
    public bool KnowsNone => asksWhetherThereIs;

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        Span<byte> half = stackalloc byte[Math.Min(cell.Length, 32)];
        if (cell.Length > half.Length) return CellVerdict.WrongType;
        half = half[..Utf8Text.ToHalfWidth(cell, half)];
        bool value;
        if (IsYes(half) || asksWhetherThereIs && half.SequenceEqual("有"u8)) value = true;
        else if (IsNo(half) || asksWhetherThereIs && half.SequenceEqual("无"u8)) value = false;
        else return CellVerdict.WrongType;
        values.Set(row, value);
        SetKey(value ? 1 : 0);
        return CellVerdict.Accepted;
    }

    static bool IsYes(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("1"u8) || text.SequenceEqual("是"u8) || Ascii.EqualsIgnoreCase(text, "y"u8) || Ascii.EqualsIgnoreCase(text, "yes"u8) || Ascii.EqualsIgnoreCase(text, "true"u8);

    static bool IsNo(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("0"u8) || text.SequenceEqual("否"u8) || Ascii.EqualsIgnoreCase(text, "n"u8) || Ascii.EqualsIgnoreCase(text, "no"u8) || Ascii.EqualsIgnoreCase(text, "false"u8);
}

/// <summary>Pay as text; its bounds, and the months that are paid, go to other columns of the row.</summary>
sealed class SalaryColumn(ContractColumn column) : TypedColumn(column)
{
    public override IReadOnlyList<ArrowBuffers> Buffers => [];

    public Pay Pay { get; private set; }

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        if (!SalaryText.TryRead(cell, out var pay)) return CellVerdict.WrongType;
        Pay = pay;
        return CellVerdict.Accepted;
    }
}

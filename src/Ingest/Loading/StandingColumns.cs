using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Mapping;
using DemoCityAnalytics.Ingest.Typing;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>The columns that every source has beside its own: where a row comes from, what it is about, and how complete it is.</summary>
sealed class StandingColumns(Contract contract, HeadMap head, int loadId)
{
    readonly FixedBuffers<int> loads = new("load_id", Int32Type.Default);
    readonly FixedBuffers<int> lines = new("line", Int32Type.Default);
    readonly FixedBuffers<int> cities = new("city_code", Int32Type.Default);
    readonly FixedBuffers<int> districts = new("district_code", Int32Type.Default);
    readonly TextBuffers keys = new("business_key");
    readonly FixedBuffers<int> months = new("row_month", Int32Type.Default);
    readonly FixedBuffers<byte> keyCellsFilled = new("key_cells_filled", UInt8Type.Default);
    readonly Identifiers? persons = Identifiers.Of(head, ColumnType.Person, "person_ids");
    readonly Identifiers? codes = Identifiers.Of(head, ColumnType.CreditCode, "credit_codes");
    readonly ContractColumn? keyColumn = contract.KeyColumn;

    byte[] key = new byte[256];
    byte[] lastKey = [];
    int lastLength = -1;

    public IReadOnlyList<ArrowBuffers> Buffers =>
        [loads, lines, cities, districts, .. keyColumn is null ? [keys] : Array.Empty<ArrowBuffers>(), months, keyCellsFilled, .. persons?.Buffers ?? [], .. codes?.Buffers ?? []];

    public byte KeyCellsFilled { get; set; }

    /// <summary>Each key so far was longer than the one before, or as long and later in order: numbers that a system gave one after the other.</summary>
    public bool KeysGrow { get; private set; } = true;

    public void Begin()
    {
        KeyCellsFilled = 0;
        persons?.Begin();
        codes?.Begin();
    }

    public void CountIdentifier(ColumnType type, bool isValid)
    {
        if (type == ColumnType.Person) persons!.Count(isValid);
        else if (type == ColumnType.CreditCode) codes!.Count(isValid);
    }

    public void Finish(int row, int line, Place place, int? month, Contract contract, TypedColumn?[] columns, bool[] filled)
    {
        loads.Set(row, loadId);
        lines.Set(row, line);
        cities.Set(row, place.CityCode);
        districts.Set(row, place.DistrictCode);
        if (month is { } known) months.Set(row, known);
        else months.SetNull(row);
        keyCellsFilled.Set(row, KeyCellsFilled);
        persons?.Finish(row);
        codes?.Finish(row);
        if (keyColumn is null) SetKey(row, contract, columns, filled);
        if (KeysGrow) Compare(keyColumn is null ? keys[row] : columns[keyColumn.Index]!.KeyText);
    }

    void Compare(ReadOnlySpan<byte> text)
    {
        KeysGrow = text.Length > lastLength || text.Length == lastLength && text.SequenceCompareTo(lastKey.AsSpan(0, lastLength)) > 0;
        if (lastKey.Length < text.Length) lastKey = new byte[text.Length * 2];
        text.CopyTo(lastKey);
        lastLength = text.Length;
    }

    // A key of one column is that column's text; several are joined. Where the key is the first column that the row has, the others do not enter.
    void SetKey(int row, Contract contract, TypedColumn?[] columns, bool[] filled)
    {
        var length = 0;
        for (var i = 0; i < contract.Key.Count; i++)
        {
            var index = contract.Key[i].Index;
            var part = filled[index] ? columns[index]!.KeyText : default;
            if (contract.KeyIsFirstOf && part.Length == 0) continue;
            if (length + part.Length + 1 > key.Length) Array.Resize(ref key, (length + part.Length + 1) * 2);
            if (length > 0) key[length++] = (byte)'|';
            part.CopyTo(key.AsSpan(length));
            length += part.Length;
            if (contract.KeyIsFirstOf) break;
        }
        keys.Set(row, key.AsSpan(0, length));
    }
}

/// <summary>How many identifiers of a kind a row has, and how many of them hold; only for heads that have the kind at all.</summary>
sealed class Identifiers(string name)
{
    readonly FixedBuffers<byte> seen = new(name + "_checked", UInt8Type.Default);
    readonly FixedBuffers<byte> valid = new(name + "_valid", UInt8Type.Default);
    byte seenNow, validNow;

    public static Identifiers? Of(HeadMap head, ColumnType type, string name) => head.Columns.Any(mapped => mapped.Column.Type == type) ? new Identifiers(name) : null;

    public IReadOnlyList<ArrowBuffers> Buffers => [seen, valid];

    public void Begin() => seenNow = validNow = 0;

    public void Count(bool isValid)
    {
        seenNow++;
        if (isValid) validNow++;
    }

    public void Finish(int row)
    {
        seen.Set(row, seenNow);
        valid.Set(row, validNow);
    }
}

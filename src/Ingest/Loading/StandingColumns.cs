using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Typing;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>The columns that every source has beside its own: where a row comes from, what it is about, and how complete it is.</summary>
sealed class StandingColumns(Contract contract, int loadId)
{
    readonly FixedBuffers<int> loads = new("load_id", Int32Type.Default);
    readonly FixedBuffers<int> lines = new("line", Int32Type.Default);
    readonly FixedBuffers<int> cities = new("city_code", Int32Type.Default);
    readonly FixedBuffers<int> districts = new("district_code", Int32Type.Default);
    readonly TextBuffers keys = new("business_key");
    readonly FixedBuffers<int> months = new("row_month", Int32Type.Default);
    readonly FixedBuffers<byte> keyCells = new("key_cells", UInt8Type.Default);
    readonly FixedBuffers<byte> keyCellsFilled = new("key_cells_filled", UInt8Type.Default);
    readonly FixedBuffers<byte> personsChecked = new("person_ids_checked", UInt8Type.Default);
    readonly FixedBuffers<byte> personsValid = new("person_ids_valid", UInt8Type.Default);
    readonly FixedBuffers<byte> codesChecked = new("credit_codes_checked", UInt8Type.Default);
    readonly FixedBuffers<byte> codesValid = new("credit_codes_valid", UInt8Type.Default);
    readonly ContractColumn? keyColumn = contract.KeyColumn;
    readonly byte keyFields = (byte)contract.Columns.Count(column => column.KeyField);

    byte[] key = new byte[256];
    byte[] lastKey = [];
    int lastLength = -1;
    byte personsCheckedNow, personsValidNow, codesCheckedNow, codesValidNow;

    public IReadOnlyList<ArrowBuffers> Buffers =>
        [loads, lines, cities, districts, .. keyColumn is null ? [keys] : Array.Empty<ArrowBuffers>(), months, keyCells, keyCellsFilled, personsChecked, personsValid, codesChecked, codesValid];

    public byte KeyCellsFilled { get; set; }

    /// <summary>Each key so far was longer than the one before, or as long and later in order: numbers that a system gave one after the other.</summary>
    public bool KeysGrow { get; private set; } = true;

    public void Begin() => KeyCellsFilled = personsCheckedNow = personsValidNow = codesCheckedNow = codesValidNow = 0;

    public void CountIdentifier(ColumnType type, bool isValid)
    {
        if (type == ColumnType.Person)
        {
            personsCheckedNow++;
            if (isValid) personsValidNow++;
        }
        else if (type == ColumnType.CreditCode)
        {
            codesCheckedNow++;
            if (isValid) codesValidNow++;
        }
    }

    public void Finish(int row, int line, Place place, int? month, Contract contract, TypedColumn?[] columns, bool[] filled)
    {
        loads.Set(row, loadId);
        lines.Set(row, line);
        cities.Set(row, place.CityCode);
        districts.Set(row, place.DistrictCode);
        if (month is { } known) months.Set(row, known);
        else months.SetNull(row);
        keyCells.Set(row, keyFields);
        keyCellsFilled.Set(row, KeyCellsFilled);
        personsChecked.Set(row, personsCheckedNow);
        personsValid.Set(row, personsValidNow);
        codesChecked.Set(row, codesCheckedNow);
        codesValid.Set(row, codesValidNow);
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

using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// The place of a row: a six-digit code, or a text that begins with a place's name. The codes are kept with the row
/// (city_code, district_code), not in a column of their own.
/// </summary>
sealed class AreaColumn(ContractColumn column, PlaceTable places) : TypedColumn(column)
{
    public override IReadOnlyList<ArrowBuffers> Buffers => [];

    public Place Place { get; private set; }

    /// <summary>The day that the row is about, where it is known.</summary>
    public DateOnly? Day { get; set; }

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        Place = Place.Unplaced;
        if (cell.Length == 6 && Code(cell) is { } plain) return Find(plain);
        Span<byte> half = stackalloc byte[Math.Min(cell.Length, 512)];
        if (cell.Length > half.Length) return CellVerdict.UnplacedText;
        half = half[..Utf8Text.ToHalfWidth(cell, half)];
        if (Utf8Text.IsAscii(half)) return half.Length == 6 && Code(half) is { } code ? Find(code) : CellVerdict.UnknownArea;
        Place = places.Named(cell, Day);
        if (Place == Place.Unplaced) return CellVerdict.UnplacedText;
        SetKey(Place.DistrictCode);
        return CellVerdict.Accepted;
    }

    CellVerdict Find(int code)
    {
        if (!places.TryFind(code, out var place)) return CellVerdict.UnknownArea;
        Place = place;
        SetKey(code);
        return CellVerdict.Accepted;
    }

    static int? Code(ReadOnlySpan<byte> text)
    {
        var code = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return null;
            code = code * 10 + (digit - '0');
        }
        return code;
    }
}

using System.Globalization;
using System.Text;
using Apache.Arrow;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Members of a dimension by their places: a stated list, or whatever the rows hold, in the order found.</summary>
sealed class MemberNames
{
    const int LongestCode = 256;

    readonly List<string> names;
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> placesOfText;
    readonly Dictionary<long, int> placesOfNumber = [];
    readonly bool grows;
    Int128[] numbers = [];

    /// <param name="stated">The members; null when they are found in the rows.</param>
    public MemberNames(IReadOnlyList<string>? stated)
    {
        names = [.. stated ?? []];
        grows = stated is null;
        for (var place = 0; place < names.Count; place++) places.Add(names[place], place);
        placesOfText = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> Names => names;

    /// <summary>The member's place, or −1 when there is no such member.</summary>
    public int PlaceOf(string name) => places.GetValueOrDefault(name, -1);

    /// <summary>The places of a column's cells; −1 for empty ones and members that are not in the list.</summary>
    public void Read(IArrowArray column, Span<int> found)
    {
        switch (column)
        {
            case StringArray texts:
                for (var row = 0; row < texts.Length; row++) found[row] = texts.IsNull(row) ? -1 : PlaceOf(texts.GetBytes(row));
                break;
            case BooleanArray flags:
                for (var row = 0; row < flags.Length; row++) found[row] = flags.GetValue(row) is { } flag ? PlaceOrNew(flag ? "true" : "false") : -1;
                break;
            default:
                if (numbers.Length < column.Length) numbers = new Int128[column.Length];
                WholeNumbers.Read(column, numbers);
                for (var row = 0; row < column.Length; row++) found[row] = column.IsNull(row) ? -1 : PlaceOf((long)numbers[row]);
                break;
        }
    }

    int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestCode) return PlaceOrNew(Encoding.UTF8.GetString(utf8));
        Span<char> text = stackalloc char[LongestCode];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        return placesOfText.TryGetValue(text, out var place) ? place : PlaceOrNew(text.ToString());
    }

    int PlaceOf(long number)
    {
        if (!placesOfNumber.TryGetValue(number, out var place)) placesOfNumber.Add(number, place = PlaceOrNew(number.ToString(CultureInfo.InvariantCulture)));
        return place;
    }

    int PlaceOrNew(string name)
    {
        if (places.TryGetValue(name, out var place)) return place;
        if (!grows) return -1;
        places.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}

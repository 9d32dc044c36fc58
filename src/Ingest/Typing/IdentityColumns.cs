using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Identity;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>A person's number: only its pseudonym is kept, as <c>person_key</c>.</summary>
sealed class PersonColumn(ContractColumn column, IdentityKey key) : TypedColumn(column)
{
    readonly FixedBuffers<long> pseudonyms = new("person_key", Int64Type.Default);

    public override IReadOnlyList<ArrowBuffers> Buffers => [pseudonyms];

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        Span<byte> number = stackalloc byte[Math.Min(cell.Length, 64)];
        if (cell.Length > number.Length) return CellVerdict.WrongType;
        number = number[..Utf8Text.ToHalfWidth(cell, number)];
        Ascii.ToUpper(number);
        if (number is [(byte)'0'] || number.SequenceEqual("000000000000000000"u8))
        {
            // A filler for "not known": all who carry it would become one person.
            IsPlaceholder = true;
            pseudonyms.SetNull(row);
            return CellVerdict.Accepted;
        }
        switch (ResidentIdentity.Check(number))
        {
            case IdentifierVerdict.Masked:
                pseudonyms.SetNull(row);
                return CellVerdict.MaskedIdentifier;
            case IdentifierVerdict.Invalid:
                pseudonyms.Set(row, key.Pseudonym(number));
                return CellVerdict.InvalidIdentifier;
            default:
                pseudonyms.Set(row, key.Pseudonym(number));
                return CellVerdict.Accepted;
        }
    }
}

/// <summary>An employer's unified social credit code, in upper case.</summary>
sealed class CreditCodeColumn(ContractColumn column) : TypedColumn(column)
{
    readonly TextBuffers codes = new(column.Name);

    public override IReadOnlyList<ArrowBuffers> Buffers => [codes];

    protected override CellVerdict Parse(ReadOnlySpan<byte> cell, int row)
    {
        Span<byte> code = stackalloc byte[Math.Min(cell.Length, 64)];
        if (cell.Length > code.Length) return CellVerdict.WrongType;
        code = code[..Utf8Text.ToHalfWidth(cell, code)];
        Ascii.ToUpper(code);
        if (code is [(byte)'0'] || code.SequenceEqual("000000000000000000"u8))
        {
            IsPlaceholder = true;
            codes.SetNull(row);
            return CellVerdict.Accepted;
        }
        var verdict = CreditCode.Check(code);
        if (verdict == IdentifierVerdict.Masked)
        {
            codes.SetNull(row);
            return CellVerdict.MaskedIdentifier;
        }
        codes.Set(row, code);
        SetKey(code);
        return verdict == IdentifierVerdict.Invalid ? CellVerdict.InvalidIdentifier
            : CreditCode.OrganisationCodeHolds(code) ? CellVerdict.Accepted
            : CellVerdict.InvalidOrganisationCode;
    }
}

static class Ascii
{
    public static void ToUpper(Span<byte> text)
    {
        foreach (ref var letter in text)
        {
            if (letter is >= (byte)'a' and <= (byte)'z') letter -= 32;
        }
    }

    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => System.Text.Ascii.EqualsIgnoreCase(left, right);
}

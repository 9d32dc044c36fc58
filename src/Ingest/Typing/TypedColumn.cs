using DemoCityAnalytics.Ingest.Contracts;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>What became of a cell.</summary>
public enum CellVerdict
{
    Accepted,
    Empty,
    WrongType,
    NotInList,
    Unmapped,
    OutOfRange,
    InFuture,
    UnknownArea,
    UnplacedText,
    InvalidIdentifier,
    InvalidOrganisationCode,
    MaskedIdentifier,
}

/// <summary>
/// Reads the cells of one column into its Arrow buffers. A cell goes to the slot of its row; a rejected row's slot is overwritten by the next row.
/// </summary>
public abstract class TypedColumn(ContractColumn column)
{
    public ContractColumn Column { get; } = column;

    /// <summary>The arrays this column makes; none for an area, whose codes are kept with the row.</summary>
    public abstract IReadOnlyList<ArrowBuffers> Buffers { get; }

    /// <summary>The last value in an order in which rules compare it (time in microseconds, numbers in hundredths); null when there is none.</summary>
    public long? Order { get; protected set; }

    /// <summary>The last cell held something that says "not known" (0, 1900-01-01, 18 zeros), which does not count as filled in.</summary>
    public bool IsPlaceholder { get; protected set; }

    /// <summary>The last value as part of a business key, in UTF-8; empty when there is none.</summary>
    public virtual ReadOnlySpan<byte> KeyText
    {
        get
        {
            if (keyNumber is { } number) System.Buffers.Text.Utf8Formatter.TryFormat(number, keyText, out keyLength);
            return keyText.AsSpan(0, keyLength);
        }
    }

    ArrowBuffers[]? buffers;
    byte[] keyText = new byte[32];
    int keyLength;
    long? keyNumber;

    /// <summary>Reads a cell that holds something (trimmed, no empty token).</summary>
    public CellVerdict Read(ReadOnlySpan<byte> cell, int row)
    {
        Forget();
        return Parse(cell, row);
    }

    public void SetEmpty(int row)
    {
        Forget();
        foreach (var buffer in buffers ??= [.. Buffers]) buffer.SetNull(row);
    }

    void Forget()
    {
        Order = null;
        IsPlaceholder = false;
        keyLength = 0;
        keyNumber = null;
    }

    protected abstract CellVerdict Parse(ReadOnlySpan<byte> cell, int row);

    protected void SetKey(ReadOnlySpan<byte> text)
    {
        if (keyText.Length < text.Length) keyText = new byte[text.Length * 2];
        text.CopyTo(keyText);
        keyLength = text.Length;
    }

    // Written out only where it is asked for: few numbers and days are part of a key.
    protected void SetKey(long number) => keyNumber = number;
}

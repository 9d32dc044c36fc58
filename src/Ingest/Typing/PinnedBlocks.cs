using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// Memory of batches, used again as soon as the database has taken a batch over. Without it every batch would be large fresh arrays,
/// and collecting them would cost more than reading the cells.
/// </summary>
static class PinnedBlocks
{
    const int SmallestSize = 12; // 4 KiB
    const int LargestSize = 24;  // 16 MiB
    const int MostKept = 256;

    static readonly ConcurrentBag<byte[]>[] Free = [.. Enumerable.Range(0, LargestSize + 1).Select(_ => new ConcurrentBag<byte[]>())];

    /// <summary>At least this many bytes, of any content.</summary>
    public static byte[] Rent(int bytes)
    {
        var size = Math.Max(SmallestSize, BitOperations.Log2((uint)Math.Max(1, bytes - 1)) + 1);
        if (size <= LargestSize && Free[size].TryTake(out var block)) return block;
        return GC.AllocateUninitializedArray<byte>(size <= LargestSize ? 1 << size : bytes, pinned: true);
    }

    public static void Return(byte[] block)
    {
        if (block.Length < 1 << SmallestSize) return;
        var size = BitOperations.Log2((uint)block.Length);
        if (size <= LargestSize && block.Length == 1 << size && Free[size].Count < MostKept) Free[size].Add(block);
    }

    /// <summary>The block's first bytes, as memory that gives the block back once the database has let go of it.</summary>
    public static ReadOnlyMemory<byte> Lend(byte[] block, int bytes) => new Loan(block).Memory[..bytes];

    // Exporting a batch pins each of its buffers; the database's release unpins them. A batch that is never exported is left to the collector.
    sealed class Loan(byte[] block) : MemoryManager<byte>
    {
        int pins;

        public override Span<byte> GetSpan() => block;

        public override unsafe MemoryHandle Pin(int elementIndex = 0)
        {
            Interlocked.Increment(ref pins);
            // The array is pinned from birth.
            return new MemoryHandle((byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(block)) + elementIndex, default, this);
        }

        public override void Unpin()
        {
            if (Interlocked.Decrement(ref pins) == 0) Return(block);
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}

using System.Buffers.Binary;
using System.Text;

namespace DemoCityAnalytics.Evaluation.Archive;

/// <summary>One file of an archive.</summary>
public sealed record ArchiveFile(string Name, byte[] Content);

/// <summary>
/// The plainest ZIP there is: stored, no times, no attributes, files in the order given. The same files always give the same bytes,
/// so that a verifier can write them again and compare: no byte of the archive is free to differ.
/// </summary>
public static class StoredZip
{
    // 1 January 1980, the earliest day that a ZIP can state.
    const ushort Day = 0x21;
    const ushort Utf8Names = 0x0800;

    public static byte[] Write(IReadOnlyList<ArchiveFile> files)
    {
        var (zip, directory) = (new MemoryStream(), new MemoryStream());
        foreach (var file in files)
        {
            var name = Encoding.UTF8.GetBytes(file.Name);
            var offset = (uint)zip.Position;
            var crc = Crc32(file.Content);
            Numbers(zip, [(0x04034b50, 4), (20, 2), (Utf8Names, 2), (0, 2), (0, 2), (Day, 2), (crc, 4), ((uint)file.Content.Length, 4), ((uint)file.Content.Length, 4), ((uint)name.Length, 2), (0, 2)]);
            zip.Write(name);
            zip.Write(file.Content);
            Numbers(directory, [(0x02014b50, 4), (20, 2), (20, 2), (Utf8Names, 2), (0, 2), (0, 2), (Day, 2), (crc, 4), ((uint)file.Content.Length, 4), ((uint)file.Content.Length, 4),
                ((uint)name.Length, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)]);
            directory.Write(name);
        }
        var start = (uint)zip.Position;
        zip.Write(directory.ToArray());
        Numbers(zip, [(0x06054b50, 4), (0, 2), (0, 2), ((uint)files.Count, 2), ((uint)files.Count, 2), ((uint)directory.Length, 4), (start, 4), (0, 2)]);
        return zip.ToArray();
    }

    /// <summary>Reads the files by walking the local headers; stops at the first that does not hold together.</summary>
    /// <returns>The files that could be read, and where and why reading stopped when it did.</returns>
    public static (IReadOnlyList<ArchiveFile> Files, string? Issue) Read(ReadOnlySpan<byte> zip)
    {
        var (files, at) = (new List<ArchiveFile>(), 0);
        while (at + 30 <= zip.Length && BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == 0x04034b50)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(zip[(at + 18)..]);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 26)..]);
            if (at + 30L + nameLength + length > zip.Length) return (files, $"file {files.Count + 1}: its stated length runs past the end of the archive.");
            var name = Encoding.UTF8.GetString(zip.Slice(at + 30, nameLength));
            files.Add(new ArchiveFile(name, zip.Slice(at + 30 + nameLength, (int)length).ToArray()));
            at += 30 + nameLength + (int)length;
        }
        return (files, files.Count == 0 ? "it does not begin as an archive of this product does." : null);
    }

    static void Numbers(MemoryStream to, ReadOnlySpan<(uint Value, int Bytes)> numbers)
    {
        Span<byte> four = stackalloc byte[4];
        foreach (var (value, bytes) in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(four, value);
            to.Write(four[..bytes]);
        }
    }

    static uint Crc32(byte[] content)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in content)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320u;
        }
        return ~crc;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>
/// An OLE compound file (MS-CFB, version 3) holding one stream, as Excel 97-2003 keeps its workbooks in. Sectors are 512 bytes;
/// the stream is padded to the size from which it needs no mini stream. All times are zero.
/// </summary>
static class CompoundFile
{
    const int Sector = 512;
    const int EntriesPerSector = Sector / 4;
    const int LargeStream = 4096;
    const int HeaderFatSectors = 109;
    const uint Free = 0xFFFFFFFF, EndOfChain = 0xFFFFFFFE, FatSector = 0xFFFFFFFD, DifatSector = 0xFFFFFFFC;

    public static void Write(string path, string streamName, ReadOnlyMemory<byte> content)
    {
        var length = Math.Max(content.Length, LargeStream);
        var contentSectors = Sectors(length);
        // Order in the file: content, directory, FAT, DIFAT. The FAT describes itself and the DIFAT too.
        var directory = contentSectors;
        int fatSectors = 1, difatSectors = 0;
        while (fatSectors * EntriesPerSector < contentSectors + 1 + fatSectors + difatSectors)
        {
            fatSectors++;
            difatSectors = fatSectors <= HeaderFatSectors ? 0 : (fatSectors - HeaderFatSectors + EntriesPerSector - 2) / (EntriesPerSector - 1);
        }
        var firstFat = directory + 1;
        var firstDifat = firstFat + fatSectors;

        using var file = File.Create(path);
        file.Write(Header(directory, firstFat, fatSectors, firstDifat, difatSectors));
        file.Write(content.Span);
        file.Write(new byte[contentSectors * Sector - content.Length]);
        file.Write(Directory(streamName, length));
        file.Write(AllocationTable(contentSectors, fatSectors, difatSectors));
        file.Write(ExtraFatSectors(firstFat, fatSectors, firstDifat, difatSectors));
    }

    static byte[] Header(int directory, int firstFat, int fatSectors, int firstDifat, int difatSectors)
    {
        var header = new byte[Sector];
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(header);
        Put16(header, 24, 0x003E);
        Put16(header, 26, 3);
        Put16(header, 28, 0xFFFE);
        Put16(header, 30, 9);
        Put16(header, 32, 6);
        Put32(header, 44, (uint)fatSectors);
        Put32(header, 48, (uint)directory);
        Put32(header, 56, LargeStream);
        Put32(header, 60, EndOfChain);
        Put32(header, 68, difatSectors > 0 ? (uint)firstDifat : EndOfChain);
        Put32(header, 72, (uint)difatSectors);
        for (var i = 0; i < HeaderFatSectors; i++) Put32(header, 76 + i * 4, i < fatSectors ? (uint)(firstFat + i) : Free);
        return header;
    }

    static byte[] Directory(string streamName, int length)
    {
        var directory = new byte[Sector];
        Entry(directory.AsSpan(0, 128), "Root Entry", kind: 5, child: 1, EndOfChain, 0);
        Entry(directory.AsSpan(128, 128), streamName, kind: 2, child: Free, 0, length);
        for (var i = 2; i < 4; i++)
        {
            Put32(directory, i * 128 + 68, Free);
            Put32(directory, i * 128 + 72, Free);
            Put32(directory, i * 128 + 76, Free);
        }
        return directory;
    }

    static void Entry(Span<byte> entry, string name, byte kind, uint child, uint start, int length)
    {
        Encoding.Unicode.GetBytes(name, entry);
        Put16(entry, 64, (ushort)(name.Length * 2 + 2));
        entry[66] = kind;
        entry[67] = 1;
        Put32(entry, 68, Free);
        Put32(entry, 72, Free);
        Put32(entry, 76, child);
        Put32(entry, 116, start);
        Put32(entry, 120, (uint)length);
    }

    static byte[] AllocationTable(int contentSectors, int fatSectors, int difatSectors)
    {
        var table = new byte[fatSectors * Sector];
        table.AsSpan().Fill(0xFF);
        for (var i = 0; i < contentSectors; i++) Put32(table, i * 4, i + 1 < contentSectors ? (uint)(i + 1) : EndOfChain);
        Put32(table, contentSectors * 4, EndOfChain);
        for (var i = 0; i < fatSectors; i++) Put32(table, (contentSectors + 1 + i) * 4, FatSector);
        for (var i = 0; i < difatSectors; i++) Put32(table, (contentSectors + 1 + fatSectors + i) * 4, DifatSector);
        return table;
    }

    static byte[] ExtraFatSectors(int firstFat, int fatSectors, int firstDifat, int difatSectors)
    {
        var sectors = new byte[difatSectors * Sector];
        sectors.AsSpan().Fill(0xFF);
        for (var i = HeaderFatSectors; i < fatSectors; i++)
        {
            var (sector, position) = Math.DivRem(i - HeaderFatSectors, EntriesPerSector - 1);
            Put32(sectors, sector * Sector + position * 4, (uint)(firstFat + i));
        }
        for (var i = 0; i < difatSectors; i++) Put32(sectors, (i + 1) * Sector - 4, i + 1 < difatSectors ? (uint)(firstDifat + i + 1) : EndOfChain);
        return sectors;
    }

    static int Sectors(int bytes) => (bytes + Sector - 1) / Sector;

    static void Put16(Span<byte> into, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(into[at..], value);

    static void Put32(Span<byte> into, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(into[at..], value);
}

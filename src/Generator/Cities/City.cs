namespace DemoCityAnalytics.Generator.Cities;

/// <summary>The kinds of information systems that cities export their records from.</summary>
enum CitySystem
{
    /// <summary>GB18030 CSV with CRLF and the city's own headings.</summary>
    LegacyCsv,

    /// <summary>UTF-8 CSV with byte order mark and the contract's Chinese headings.</summary>
    StandardCsv,

    /// <summary>xlsx with title row, grouped headings, units in the head and notes under the table.</summary>
    Workbook,

    /// <summary>xls of the 97-2003 kind with HR&amp;SS codes as headings.</summary>
    OldWorkbook,

    /// <summary>One JSON object per line.</summary>
    JsonLines,
}

/// <summary>A city taking part, with its invented districts.</summary>
/// <param name="Index">Position in the run, from 0.</param>
/// <param name="Weight">Size against the mean city, in thousandths.</param>
/// <param name="Districts">Codes of invented districts; none for the districts of a municipality, which are cities here.</param>
/// <param name="Stream">Name of the city's random numbers.</param>
sealed record City(int Index, int Code, string Name, int Province, string ProvinceName, CitySystem System, int Weight, int[] Districts, ulong Stream)
{
    /// <summary>Whether the labour stock is stated per district; else per city.</summary>
    public bool StatesStockByDistrict { get; init; }

    /// <summary>Month whose labour stock was never sent, or none.</summary>
    public int? MonthWithoutStock { get; init; }

    /// <summary>Year for which no target for E01 was set, or none.</summary>
    public int? YearWithoutTarget { get; init; }

    /// <summary>Area parts for invented person numbers: codes that no real district has.</summary>
    public int[] PersonAreas { get; } = Districts.Length > 0 ? Districts : [Code / 10000 * 10000 + 9900 + Code % 100];
}

using System.Globalization;

namespace DemoCityAnalytics.Api.Workbooks;

/// <summary>How the text of a row is set.</summary>
enum WorkbookStyle { Plain, Head, Title, Wrapped }

/// <summary>The few cell styles that workbooks use: text, heads, titles, and numbers with 0 to 6 decimals.</summary>
static class WorkbookStyles
{
    const int MostDecimals = 6;
    const int FirstNumber = 4;
    const int FirstFormat = 164;

    public static int Text(WorkbookStyle style) => (int)style;

    public static int Number(int decimals) => FirstNumber + Math.Clamp(decimals, 0, MostDecimals);

    public static string Xml(string space)
    {
        var decimals = Enumerable.Range(0, MostDecimals + 1).ToList();
        var formats = string.Concat(decimals.Select(n => Text($"<numFmt numFmtId=\"{FirstFormat + n}\" formatCode=\"{(n == 0 ? "0" : "0." + new string('0', n))}\"/>")));
        var numbers = string.Concat(decimals.Select(n => Text($"<xf numFmtId=\"{FirstFormat + n}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>")));
        // 49 is the built-in format "text": codes such as 010 stay as they are.
        return Text($"""
            <styleSheet xmlns="{space}"><numFmts count="{decimals.Count}">{formats}</numFmts>
            <fonts count="3"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="16"/><name val="Microsoft YaHei"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5A6775"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="{FirstNumber + decimals.Count}"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>{numbers}</cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """);
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

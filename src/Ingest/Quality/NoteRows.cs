using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Quality;

/// <summary>
/// Tells the remarks, totals and signatures that people write under a table from rows. Only a record that is no valid row is asked.
/// </summary>
static partial class NoteRows
{
    public static bool IsNote(Record record)
    {
        var filled = 0;
        var first = "";
        for (var cell = 0; cell < record.Count; cell++)
        {
            var text = Utf8Text.Trim(record[cell]);
            if (text.Length == 0) continue;
            if (filled++ == 0) first = Encoding.UTF8.GetString(text).Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        }
        return filled > 0 && (Total().IsMatch(first) || filled <= Math.Max(2, record.Count / 2) && Remark().IsMatch(first));
    }

    [GeneratedRegex("^(合计|总计|小计|共计)[:]?$")]
    private static partial Regex Total();

    [GeneratedRegex("^(说明|备注|附注|注|填表说明|填表人|填报人|制表人|审核人|复核人|负责人|单位负责人|统计负责人|填报单位|制表单位|填报日期|填表日期|报出日期|联系人|联系电话|数据来源|资料来源)\\d*[:.、]")]
    private static partial Regex Remark();
}

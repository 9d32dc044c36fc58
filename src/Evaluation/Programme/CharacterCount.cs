using System.Globalization;
using System.Text;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>
/// Counts as officials do (字数, as word processors show it): each Chinese character and each Chinese punctuation mark is one, a run
/// of Latin letters, digits and marks between spaces or Chinese characters is one, spaces and line breaks are none.
/// </summary>
public static class CharacterCount
{
    public const string RuleZh = "字数按文字处理软件“字数”口径：每个汉字、每个中文标点计1字；连续的字母、数字和西文符号计1字；空格和换行不计";

    public static int Of(string text)
    {
        var (count, inRun) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            {
                inRun = inRun && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
                continue;
            }
            // A variation selector or a combining mark belongs to the character before it.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (IsChinese(rune))
            {
                count++;
                inRun = false;
            }
            else if (!inRun)
            {
                count++;
                inRun = true;
            }
        }
        return count;
    }

    static bool IsChinese(Rune rune) => rune.Value is
        >= 0x2E80 and <= 0x9FFF          // radicals, Chinese punctuation, kana, unified characters
        or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE4F
        or >= 0xFF00 and <= 0xFFEF       // full-width letters, digits and marks
        or >= 0x20000 and <= 0x3FFFF     // rare characters, two code units each
        or 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026 or 0x00B7; // — ‘ ’ “ ” … ·
}

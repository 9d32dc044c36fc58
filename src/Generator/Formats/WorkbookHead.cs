using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>Cells of a head that are one: from the first to the last row and column, counted from 0.</summary>
readonly record struct MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

/// <summary>The rows above a workbook's table: none but the headings, or a title, a remark and headings, in two rows where they have groups.</summary>
sealed record WorkbookHead(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<MergedCells> Merged)
{
    // 0: title, 1: who reports, 2: groups, 3: headings.
    const int GroupRow = 2, HeadingRow = 3;

    public static WorkbookHead Plain(IEnumerable<string> headings) => new([headings.ToArray()], []);

    public static WorkbookHead Grouped(string title, string remark, IReadOnlyList<Column> columns, Func<Column, string> heading)
    {
        if (columns.All(column => column.Group.Length == 0))
            return new([[title], [remark], columns.Select(heading).ToArray()], [new(0, 0, 0, columns.Count - 1)]);
        var groups = new string[columns.Count];
        var headings = new string[columns.Count];
        var merged = new List<MergedCells> { new(0, 0, 0, columns.Count - 1) };
        for (var first = 0; first < columns.Count;)
        {
            var last = first;
            var group = columns[first].Group;
            while (group.Length > 0 && last + 1 < columns.Count && columns[last + 1].Group == group) last++;
            for (var column = first; column <= last; column++) (groups[column], headings[column]) = ("", heading(columns[column]));
            if (group.Length == 0)
            {
                (groups[first], headings[first]) = (headings[first], "");
                merged.Add(new(GroupRow, HeadingRow, first, first));
            }
            else
            {
                groups[first] = group;
                if (last > first) merged.Add(new(GroupRow, GroupRow, first, last));
            }
            first = last + 1;
        }
        return new([[title], [remark], groups, headings], merged);
    }
}

using System.Globalization;
using System.Text;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>The working days of the run, one file for all cities.</summary>
static class CalendarFile
{
    public static long Write(string folder, Timeline timeline)
    {
        var layout = SourceLayout.Of("workday_calendar");
        var calendar = new WorkCalendar(timeline);
        Directory.CreateDirectory(Path.Combine(folder, layout.Name));
        using var file = new StreamWriter(Path.Combine(folder, layout.Name, layout.Label + ".csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        file.WriteLine(string.Join(',', layout.Columns.Select(column => column.Label)));
        for (var day = calendar.FirstDay; day <= calendar.LastDay; day++)
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDayNumber(day):yyyy-MM-dd},{(WorkCalendar.IsWorkday(day) ? "是" : "否")}"));
        return calendar.LastDay - calendar.FirstDay + 1;
    }
}

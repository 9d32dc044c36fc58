using System.Globalization;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>Draws of codes that several sources share.</summary>
static class Choices
{
    static readonly string[] EducationCodes = ["11", "14", "21", "31", "41", "44", "47", "61", "71", "81", "90"];
    static readonly (string Major, string Code, string Title)[] Jobs = ReferenceTable.Read("job_titles.csv").Select(cells => (cells[0], cells[1], cells[2])).ToArray();
    static readonly (string Code, string Title)[][] JobsByMajor = Enumerable.Range(1, 8)
        .Select(major => Jobs.Where(job => job.Major == Digit(major)).Select(job => (job.Code, job.Title)).ToArray()).ToArray();

    /// <summary>Weights of the major classes 1 to 8 on the openings' side: production and services are short of hands.</summary>
    public static int[] OpeningOccupations { get; } = [20, 130, 70, 370, 25, 360, 2, 23];

    /// <summary>Weights on the seekers' side: more office workers than desks.</summary>
    public static int[] SeekerOccupations { get; } = [35, 160, 210, 310, 20, 235, 2, 28];

    public static string Digit(int digit) => digit.ToString(CultureInfo.InvariantCulture);

    public static string Education(ref Draw draw) => EducationCodes[draw.Weighted([2, 25, 200, 250, 90, 40, 60, 140, 160, 25, 8])];

    /// <summary>An occupation: a class (4) or a group in it (4-01-02); 0 for no requirement; empty when nobody filled it in.</summary>
    public static string Occupation(ref Draw draw, int[] weights, int withoutRequirement, int empty)
    {
        var lot = draw.Below(1000);
        if (lot < empty) return "";
        if (lot < empty + withoutRequirement) return "0";
        var major = draw.Weighted(weights);
        if (draw.PerMille(350)) return Digit(major + 1);
        var jobs = JobsByMajor[major];
        return jobs[draw.Below(jobs.Length)].Code;
    }

    /// <summary>First digit; 9 for none.</summary>
    public static int Major(string occupation) => occupation.Length == 0 ? 9 : occupation[0] - '0';

    /// <summary>A job title that fits the occupation.</summary>
    public static string Title(ref Draw draw, string occupation)
    {
        var jobs = JobsByMajor[Major(occupation) is >= 1 and <= 8 and var major ? major - 1 : draw.Below(6)];
        return jobs[draw.Below(jobs.Length)].Title;
    }
}

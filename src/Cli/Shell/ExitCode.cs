using System.ComponentModel;
using System.Reflection;

namespace DemoCityAnalytics.Cli.Shell;

/// <summary>What <c>dca</c> ends with; <c>docs/exit-codes.md</c> lists the same numbers.</summary>
enum ExitCode
{
    [Description("done")]
    Ok = 0,

    [Description("a check found differences")]
    Different = 1,

    [Description("the command line or a setting is wrong; nothing was done")]
    Usage = 2,

    [Description("a load was refused; nothing of the refused file was kept")]
    LoadRefused = 3,

    [Description("another process has the warehouse open")]
    WarehouseInUse = 4,

    [Description("there is no release yet; run `dca compute` first")]
    NoRelease = 5,

    [Description("a mistake of our own: a definition is wrong or something unexpected happened")]
    Internal = 70,

    [Description("stopped by Ctrl-C or a stop signal; what was not finished was rolled back")]
    Cancelled = 130,
}

static class ExitCodes
{
    public static string Meaning(ExitCode code) =>
        typeof(ExitCode).GetField(code.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description;
}

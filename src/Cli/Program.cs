using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs;

var dca = new RootCommand("Figures on a city's public employment service, from its own records: loaded, checked, computed, published.")
{
    Answer.Json,
    Answer.SettingsFile,
    new ExportVerb(),
    new SettingsVerb(),
};

return await Dca.Run(dca, args);

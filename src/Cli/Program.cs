using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Cli.Verbs.Models;

var dca = new RootCommand("Figures on a city's public employment service, from its own records: loaded, checked, computed, published.")
{
    Answer.Json,
    Answer.SettingsFile,
    new DemoVerb(),
    new GenerateVerb(),
    new LoadVerb(),
    new PullVerb(),
    new RotateKeyVerb(),
    new SourcesVerb(),
    new ComputeVerb(),
    new ServeVerb(),
    new ApiVerb(),
    new WorkerVerb(),
    new CatalogueVerb(),
    new VerifyVerb(),
    new RecomputeVerb(),
    new BacktestVerb(),
    new ForecastVerb(),
    new AnomaliesVerb(),
    new ScreenVerb(),
    new DuplicatesVerb(),
    new CodeVerb(),
    new MatchVerb(),
    new ExportVerb { new ExportRoundVerb() },
    new RehearseVerb(),
    new RulesVerb(),
    new GalleryVerb(),
    CheckVerbs.Group(),
    ModelVerbs.Group(),
    new PasswordVerb(),
    new SettingsVerb(),
};

return await Dca.Run(dca, args);

using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Jobs;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca models</c>: the models that learn: train, list, roll back, measure.</summary>
static class ModelVerbs
{
    public static Command Group() => new("models", "Train, list, roll back and measure the models; their outputs are leads and forecasts, never scored.")
    {
        new TrainVerb(),
        new ListVerb(),
        new RollBackVerb(),
        new MeasureVerb(),
    };

    public static Argument<string?> Name(ArgumentArity arity) => new("MODEL") { Description = string.Join(", ", ModelTraining.Names) + ".", Arity = arity };

    /// <exception cref="UsageException">There is no such model.</exception>
    public static void Known(string name)
    {
        if (!ModelTraining.Names.Contains(name)) throw new UsageException($"There is no model '{name}'{NearestName.Hint(name, ModelTraining.Names)}; there are {string.Join(", ", ModelTraining.Names)}.");
    }

    public static void SayLoaded(Call call, bool loaded)
    {
        if (loaded) call.Terminal.Say("The forecasts of the model in use are loaded; dca compute publishes them.");
    }

    public static string Line(KeptModel kept) => string.Create(CultureInfo.InvariantCulture,
        $"{kept.Model} {kept.Number}{(kept.InUse ? " (in use)" : "")}: version {kept.Stamp.Version}, {kept.Rows} examples{(kept.Stamp.TrainedFrom.Length == 0 ? "" : $" of {kept.Stamp.TrainedFrom} to {kept.Stamp.TrainedTo}")}, data {kept.Stamp.InputHash[..12]}, trained {kept.TrainedAt:yyyy-MM-dd HH:mm}, {kept.Stamp.Error.En}");
}

/// <summary><c>dca models train</c>.</summary>
sealed class TrainVerb : Verb
{
    readonly Argument<string?> model = ModelVerbs.Name(ArgumentArity.ZeroOrOne);

    public TrainVerb() : base("train", "Train one model, or all; data that gives no model is said and changes nothing.") => Add(model);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        if (call.Arguments.GetValue(model) is { } name) ModelVerbs.Known(name);
        await using var services = Composition.Open(call.Settings);
        var (outcomes, loaded) = await ActivatorUtilities.CreateInstance<ModelTurn>(services).Train(call.Arguments.GetValue(model) is { } one ? [one] : [], cancel);
        foreach (var outcome in outcomes)
        {
            call.Terminal.Say($"{outcome.Model}: {outcome.Status.En}");
            if (outcome.Kept is { } kept) call.Terminal.Say($"  {ModelVerbs.Line(kept)}");
        }
        ModelVerbs.SayLoaded(call, loaded);
        return Outcome.Done(new { outcomes });
    }
}

/// <summary><c>dca models list</c>.</summary>
sealed class ListVerb() : Verb("list", "List the models that are kept, and what their last training said.")
{
    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var store = ModelService.StoreOf(call.Settings.Get<WarehouseOptions>(), TimeProvider.System);
        var models = ModelTraining.Names.Select(name => new { name, lastTraining = store.LastStatus(name), kept = store.All(name) }).ToList();
        foreach (var model in models)
        {
            call.Terminal.Say($"{model.name}: last training: {model.lastTraining?.En ?? "never"}");
            foreach (var kept in model.kept) call.Terminal.Say($"  {ModelVerbs.Line(kept)}");
        }
        return Task.FromResult(Outcome.Done(new { models }));
    }
}

/// <summary><c>dca models rollback</c>.</summary>
sealed class RollBackVerb : Verb
{
    readonly Argument<string?> model = ModelVerbs.Name(ArgumentArity.ExactlyOne);
    readonly Option<int?> number = new("--to") { Description = "Number of the model; the one before that in use when left out.", HelpName = "N" };

    public RollBackVerb() : base("rollback", "Take an earlier model into use again.")
    {
        Add(model);
        Add(number);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var name = call.Arguments.GetValue(model)!;
        ModelVerbs.Known(name);
        await using var services = Composition.Open(call.Settings);
        var (kept, loaded) = await ActivatorUtilities.CreateInstance<ModelTurn>(services).RollBack(name, call.Arguments.GetValue(number), cancel);
        if (kept is null)
            throw new UsageException($"There is no {(call.Arguments.GetValue(number) is { } wanted ? $"model {name} {wanted}" : $"earlier model {name}")}; `dca models list` shows those that are kept.");
        call.Terminal.Say(ModelVerbs.Line(kept));
        ModelVerbs.SayLoaded(call, loaded);
        return Outcome.Done(kept);
    }
}

using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Jobs;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca screen</c>: leads on the postings in force, for a person to confirm or dismiss in the portal.</summary>
sealed class ScreenVerb : Verb
{
    readonly Option<string?> asOf = new("--as-of") { Description = "Day whose postings in force are screened, like 2025-12-15; today when left out.", HelpName = "DAY" };

    readonly Option<bool> textModel = new("--text-model") { Description = "Also read with the text model, which looks for what no rule names; its leads are weaker." };

    public ScreenVerb() : base("screen", "Screen the postings in force; what is found is loaded as open leads, which count for nothing until a person confirms them.")
    {
        Add(asOf);
        Add(textModel);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        DateOnly? day = null;
        if (call.Arguments.GetValue(asOf) is { } text)
            day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : throw new UsageException($"--as-of is '{text}', expected a day as in 2025-12-15.");
        await using var services = Composition.Open(call.Settings);
        var leads = await ActivatorUtilities.CreateInstance<PostingScreening>(services).Run(day, call.Arguments.GetValue(textModel), cancel);
        foreach (var kind in leads.GroupBy(lead => lead.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal)) call.Terminal.Say($"kind {kind.Key}: {kind.Count()} leads");
        call.Terminal.Say($"{leads.Count} new leads; they count in no figure until a person confirms them");
        return Outcome.Done(new { leads = leads.Count });
    }
}

using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca settings</c>: what is in effect and where it comes from.</summary>
sealed class SettingsVerb : Verb
{
    readonly Option<bool> markdown = new("--markdown") { Description = "Write the settings reference (docs/settings.md) instead." };

    public SettingsVerb() : base("settings", "Print the settings in effect, secrets masked.") => Add(markdown);

    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        if (call.Arguments.GetValue(markdown))
        {
            var text = SettingsReference.Markdown();
            call.Terminal.Say(text.TrimEnd('\n'));
            return Task.FromResult(Outcome.Done(new { markdown = text }));
        }
        var lines = SettingsSection.All.SelectMany(section => Lines(call.Settings, section)).ToList();
        foreach (var line in lines) call.Terminal.Say($"{line.Key} = {line.Value}   ({line.From})");
        return Task.FromResult(Outcome.Done(lines));
    }

    static IEnumerable<Line> Lines(EffectiveSettings settings, SettingsSection section)
    {
        foreach (var key in section.Keys)
        {
            var written = settings.Written.Where(w => key.Names(w.Key)).GroupBy(w => w.Key, StringComparer.OrdinalIgnoreCase).Select(g => g.Last()).ToList();
            foreach (var w in written) yield return new Line(w.Key, Shown(key, w.Value), w.Place);
            if (written.Count == 0 && !key.Path.Contains('*', StringComparison.Ordinal))
                yield return new Line(key.Path, Shown(key, Convert.ToString(key.Property.GetValue(settings.Get(section)), CultureInfo.InvariantCulture)), "default");
        }
    }

    static string Shown(SettingsKey key, string? value) => string.IsNullOrEmpty(value) ? "" : key.Secret ? "••••" : value;

    sealed record Line(string Key, string Value, string From);
}

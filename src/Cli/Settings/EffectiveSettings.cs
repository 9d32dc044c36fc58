using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Settings;

/// <summary>The settings of this call: defaults, then the settings file, then the environment (<c>DCA__Section__Key</c>).</summary>
sealed class EffectiveSettings
{
    const string Prefix = "DCA__";

    readonly Dictionary<Type, object> options;

    EffectiveSettings(IConfigurationRoot configuration, Dictionary<Type, object> options, IReadOnlyList<WrittenSetting> written)
    {
        Configuration = configuration;
        this.options = options;
        Written = written;
    }

    public IConfigurationRoot Configuration { get; }

    /// <summary>What was written in the file and the environment, the later one last.</summary>
    public IReadOnlyList<WrittenSetting> Written { get; }

    public T Get<T>() where T : class => (T)options[typeof(T)];

    public object Get(SettingsSection section) => options[section.Options];

    /// <param name="file">Settings file; null = <c>dca.json</c> of the current folder when there is one.</param>
    /// <exception cref="SettingsException">Any of them is wrong; every issue is listed.</exception>
    public static EffectiveSettings Read(string? file, IDictionary environment)
    {
        file ??= File.Exists("dca.json") ? "dca.json" : null;
        return Of([.. file is null ? [] : SettingsFile.Read(file), .. FromEnvironment(environment)]);
    }

    /// <summary>These settings with some values decided by the verb itself.</summary>
    public EffectiveSettings With(params IEnumerable<(string Key, string? Value)> decided) =>
        Of([.. Written, .. decided.Select(setting => new WrittenSetting(setting.Key, setting.Value, "dca"))]);

    static EffectiveSettings Of(IReadOnlyList<WrittenSetting> written)
    {
        var issues = written.Select(Issue).OfType<string>().ToList();

        // The readable ones are bound even so, to list what their limits forbid along with the rest.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(written.Where(w => Issue(w) is null)
            .GroupBy(w => w.Key, StringComparer.OrdinalIgnoreCase).Select(g => KeyValuePair.Create(g.Key, g.Last().Value))).Build();
        var options = new Dictionary<Type, object>();
        foreach (var section in SettingsSection.All)
        {
            var bound = configuration.GetSection(section.Name).Get(section.Options) ?? Activator.CreateInstance(section.Options)!;
            options.Add(section.Options, bound);
            issues.AddRange(Violations(section, bound));
        }
        return issues.Count == 0 ? new EffectiveSettings(configuration, options, written) : throw new SettingsException(issues);
    }

    static IEnumerable<WrittenSetting> FromEnvironment(IDictionary environment) => environment.Cast<DictionaryEntry>()
        .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value))
        .Where(entry => entry.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry => new WrittenSetting(entry.Name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), entry.Value, entry.Name));

    static string? Issue(WrittenSetting setting)
    {
        var keys = SettingsSection.All.SelectMany(section => section.Keys).ToList();
        if (keys.Find(key => key.Names(setting.Key)) is { } known) return Unreadable(setting, known);
        var nearest = NearestName.Hint(setting.Key, keys.Select(key => key.Beside(setting.Key)));
        return $"{setting.Place}: unknown key '{setting.Key}'"
            + (nearest.Length > 0 ? nearest : $"; the sections are {string.Join(", ", SettingsSection.All.Select(section => section.Name))}") + ".";
    }

    static string? Unreadable(WrittenSetting setting, SettingsKey key)
    {
        if (setting.Value is null || key.Type == typeof(string)) return null;
        var type = Nullable.GetUnderlyingType(key.Type) ?? key.Type;
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(setting.Value);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            return $"{setting.Place}: {setting.Key} is {(key.Secret ? "not readable" : $"'{setting.Value}'")}, expected {SettingsReference.Kind(type)}.";
        }
    }

    static IEnumerable<string> Violations(SettingsSection section, object bound)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(bound, new ValidationContext(bound), results, validateAllProperties: true);
        return results.Select(result => $"{section.Name}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}");
    }
}

/// <summary>Settings are wrong: every issue is listed, so that one start shows them all.</summary>
sealed class SettingsException(IReadOnlyList<string> issues) : Exception(string.Join(Environment.NewLine, issues))
{
    public IReadOnlyList<string> Issues { get; } = issues;
}

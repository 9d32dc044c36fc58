using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using DemoCityAnalytics.Api;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Webhooks;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Pulling;
using DemoCityAnalytics.Jobs;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Settings;

/// <summary>A part of the settings and the class that it fills.</summary>
sealed record SettingsSection(string Name, Type Options)
{
    /// <summary>All there is; a key outside these stops the start.</summary>
    public static readonly IReadOnlyList<SettingsSection> All =
    [
        new("Warehouse", typeof(WarehouseOptions)),
        new("Identity", typeof(IdentityOptions)),
        new("Pull", typeof(PullOptions)),
        new("Disclosure", typeof(DisclosureOptions)),
        new("Jobs", typeof(JobsOptions)),
        new("Api", typeof(ApiOptions)),
        new("Webhooks", typeof(WebhookOptions)),
        new("Access", typeof(AccessOptions)),
        new("OpenId", typeof(OpenIdOptions)),
        new("State", typeof(StateOptions)),
        new("Evaluation", typeof(EvaluationOptions)),
    ];

    public IReadOnlyList<SettingsKey> Keys { get; } = [.. SettingsKey.Of(Name, Options)];
}

/// <summary>One value that can be set; a <c>*</c> in the path stands for a number in a list, from 0.</summary>
sealed record SettingsKey(string Path, PropertyInfo Property, Type Type)
{
    static readonly string[] SecretEndings = ["ConnectionString", "Password", "PasswordHash", "Secret", "Sha256"];

    /// <summary>Shown as dots wherever settings are printed.</summary>
    public bool Secret =>
        Property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password
        || SecretEndings.Any(ending => Property.Name.EndsWith(ending, StringComparison.Ordinal));

    public bool Names(string key)
    {
        var (pattern, parts) = (Path.Split(':'), key.Split(':'));
        return pattern.Length == parts.Length
            && pattern.Zip(parts).All(pair => pair.First == "*" ? IsPlace(pair.Second) : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The path with the places of lists as they are written in a mistyped key, so that both can be compared.</summary>
    public string Beside(string key)
    {
        var parts = key.Split(':');
        return string.Join(':', Path.Split(':').Select((part, i) => part == "*" ? i < parts.Length && IsPlace(parts[i]) ? parts[i] : "0" : part));
    }

    public static IEnumerable<SettingsKey> Of(string path, Type options)
    {
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetMethod!.IsPublic))
        {
            var here = $"{path}:{property.Name}";
            if (ElementType(property.PropertyType) is not { } element) yield return new SettingsKey(here, property, property.PropertyType);
            else if (IsValue(element)) yield return new SettingsKey(here + ":*", property, element);
            else
                foreach (var inner in Of(here + ":*", element)) yield return inner;
        }
    }

    static bool IsPlace(string part) => part.Length > 0 && part.All(char.IsAsciiDigit);

    static bool IsValue(Type type) => type == typeof(string) || type.IsValueType;

    static Type? ElementType(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetElementType() ?? type.GetGenericArguments()[0] : null;
}

using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace DemoCityAnalytics.Api.Tests.Operation;

/// <summary>The Helm chart as far as it can be held against itself without a cluster.</summary>
public sealed partial class ChartTests
{
    static readonly string Folder = Repository.PathOf("deploy", "helm", "dca");

    static readonly IReadOnlyList<(string Name, string Text)> Templates =
        [.. Directory.GetFiles(Path.Combine(Folder, "templates")).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    [Fact]
    public void EveryValue_ThatATemplateNames_IsInTheValues_AndTheOtherWayRound()
    {
        var values = Yaml(File.ReadAllText(Path.Combine(Folder, "values.yaml")));
        var named = Templates.SelectMany(x => ValueNames().Matches(x.Text).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.All(named, name => Assert.True(Find(values, name.Split('.')), $"values.yaml has no {name}"));
        Assert.All(values.Keys, key => Assert.Contains(named, name => name.Split('.')[0] == (string)key));
    }

    [Fact]
    public void EveryTemplate_IsYaml_OnceItsActionsAreFilledIn()
    {
        foreach (var (name, text) in Templates.Where(x => x.Name.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var kept = string.Join('\n', text.Split('\n').Where(line => !OnlyAction().IsMatch(line)).Select(line => Action().Replace(line, match => match.Value.Contains("nindent", StringComparison.Ordinal) ? "{ filled: in }" : "filled")));
            var parsed = Yaml(kept);
            Assert.True(parsed.ContainsKey("kind") && parsed.ContainsKey("metadata"), name);
        }
    }

    [Fact]
    public void Opened_ActionsAreClosed() => Assert.All(Templates, x =>
        Assert.Equal(Regex.Count(x.Text, @"\{\{-? *(if|define|range|with)\b"), Regex.Count(x.Text, @"\{\{-? *end\b")));

    [Fact]
    public void Pod_RunsWithoutRights_OnAReadOnlySystem_UnderOneWriter()
    {
        var pod = Templates.Single(x => x.Name == "statefulset.yaml").Text;

        foreach (var line in new[] { "runAsNonRoot: true", "readOnlyRootFilesystem: true", "allowPrivilegeEscalation: false", "drop: [ALL]", "automountServiceAccountToken: false", "replicas: 1", "path: /health/ready" })
            Assert.Contains(line, pod, StringComparison.Ordinal);
        // The user is the one that the image makes.
        Assert.Contains("--uid 10001", File.ReadAllText(Repository.PathOf("deploy", "Dockerfile")), StringComparison.Ordinal);
        Assert.Contains("runAsUser: 10001", pod, StringComparison.Ordinal);
    }

    static Dictionary<object, object> Yaml(string text) => new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(text);

    static bool Find(object? at, string[] path) => path.Length == 0 || at is Dictionary<object, object> map && map.TryGetValue(path[0], out var next) && Find(next, path[1..]);

    [GeneratedRegex(@"\.Values\.([A-Za-z.]+)")]
    private static partial Regex ValueNames();

    [GeneratedRegex(@"^\s*\{\{-? *(if|end|else|range|with)\b.*\}\}\s*$")]
    private static partial Regex OnlyAction();

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Action();
}

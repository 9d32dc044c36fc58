using System.Collections;
using System.Reflection;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DemoCityAnalytics.Warehouse.Definitions;

/// <summary>
/// Reads a definition (YAML) into a type. Keys are the type's property names in snake_case; an unknown key is an error that names
/// the file, the line and the nearest valid key.
/// </summary>
public static class DefinitionReader
{
    static readonly IDeserializer Deserializer = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithNodeTypeResolver(new ReadOnlyCollections())
        .WithEnforceNullability()
        .WithEnforceRequiredMembers()
        .Build();

    /// <param name="yaml">The text of the definition.</param>
    /// <param name="file">Its name in messages.</param>
    /// <param name="firstLine">Line of the file on which the text starts, 1 for a whole file.</param>
    /// <exception cref="DefinitionException">The text is not a valid <typeparamref name="T"/>.</exception>
    public static T Read<T>(string yaml, string file, int firstLine = 1)
    {
        try
        {
            var unknown = UnknownKeys(yaml, typeof(T), file, firstLine).ToList();
            if (unknown.Count > 0) throw new DefinitionException(unknown);
            return Deserializer.Deserialize<T>(yaml) ?? throw new DefinitionException([new(file, firstLine, "the definition is empty.")]);
        }
        catch (YamlException e)
        {
            throw new DefinitionException([new(file, e.Start.Line + firstLine - 1, (e.InnerException ?? e).Message)]);
        }
    }

    static IEnumerable<DefinitionIssue> UnknownKeys(string yaml, Type type, string file, int firstLine)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 0 ? [] : Unknown(stream.Documents[0].RootNode, type, file, firstLine);
    }

    static IEnumerable<DefinitionIssue> Unknown(YamlNode node, Type type, string file, int firstLine)
    {
        if (node is YamlSequenceNode sequence && ElementType(type) is { } element)
            return sequence.SelectMany(item => Unknown(item, element, file, firstLine));
        if (node is not YamlMappingNode mapping) return [];
        if (DictionaryValueType(type) is { } value)
            return mapping.Children.SelectMany(entry => Unknown(entry.Value, value, file, firstLine));
        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true) return [];

        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
            .ToDictionary(p => SnakeCase(p.Name), p => p.PropertyType, StringComparer.Ordinal);
        return mapping.Children.SelectMany(entry =>
        {
            var key = ((YamlScalarNode)entry.Key).Value ?? "";
            return properties.TryGetValue(key, out var property)
                ? Unknown(entry.Value, property, file, firstLine)
                : [new DefinitionIssue(file, entry.Key.Start.Line + firstLine - 1, $"unknown key '{key}'{NearestName.Hint(key, properties.Keys)}.")];
        });
    }

    static Type? ElementType(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Length == 1
            ? type.GetGenericArguments()[0]
            : null;

    static Type? DictionaryValueType(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string) ? value : null;

    static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary>Lets records keep read-only collections: YamlDotNet fills a list or a dictionary for them.</summary>
    sealed class ReadOnlyCollections : INodeTypeResolver
    {
        public bool Resolve(NodeEvent? nodeEvent, ref Type currentType)
        {
            if (!currentType.IsGenericType) return false;
            var filled = currentType.GetGenericTypeDefinition() is var open && open == typeof(IReadOnlyDictionary<,>) ? typeof(Dictionary<,>)
                : open == typeof(IReadOnlyList<>) ? typeof(List<>)
                : null;
            if (filled is null) return false;
            currentType = filled.MakeGenericType(currentType.GetGenericArguments());
            return true;
        }
    }
}

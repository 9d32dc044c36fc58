using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>A sum of parts with their signs: <c>new_employment - attrition</c>.</summary>
public sealed record PartSum(IReadOnlyList<(int Part, int Sign)> Terms, string Text)
{
    /// <summary>Reads names joined by + and − against the parts that there are.</summary>
    /// <exception cref="FormatException">A name is not a part, or is missing.</exception>
    public static PartSum Parse(string text, IReadOnlyList<string> parts)
    {
        var terms = new List<(int, int)>();
        var sign = 1;
        var expectsName = true;
        foreach (var token in text.Replace("−", "-", StringComparison.Ordinal).Replace("+", " + ", StringComparison.Ordinal)
            .Replace("-", " - ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "+" or "-")
            {
                if (expectsName) throw new FormatException($"'{text}' lacks a part before '{token}'.");
                (sign, expectsName) = (token == "-" ? -1 : 1, true);
                continue;
            }
            var part = parts.ToList().IndexOf(token);
            if (part < 0) throw new FormatException($"'{token}' is not one of the parts{NearestName.Hint(token, parts)}.");
            if (!expectsName) throw new FormatException($"'{text}' lacks + or - before '{token}'.");
            terms.Add((part, sign));
            expectsName = false;
        }
        return expectsName ? throw new FormatException($"'{text}' ends without a part.") : new PartSum(terms, text);
    }

    public Int128 Of(ReadOnlyMemory<Int128> parts) => Of(parts.Span);

    public Int128 Of(ReadOnlySpan<Int128> parts)
    {
        Int128 sum = 0;
        foreach (var (part, sign) in Terms) sum += sign * parts[part];
        return sum;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Formulas;

/// <summary>What stands beside every output of a model: its version, what it was trained on, and how wrong it was against the plain baseline.</summary>
/// <param name="Error">Error on origins that were held out, as a multiple of seasonal naive's.</param>
public sealed partial record ModelLabel(int Version, Month From, Month To, decimal Error)
{
    /// <summary>In Chinese, as the note of an observation has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"模型输出：第{Version}版，训练期{From}至{To}，留出检验的误差为季节性朴素法的{Error:0.00}倍");

    /// <inheritdoc cref="ToString"/>
    public string English => string.Create(CultureInfo.InvariantCulture, $"model output: version {Version}, trained on {From} to {To}, error on held-out origins {Error:0.00} of seasonal naive's");

    /// <summary>The label that a note is; null for other notes.</summary>
    public static ModelLabel? Read(string? note) => note is not null && Form().Match(note) is { Success: true } read
        ? new(int.Parse(read.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Month.Parse(read.Groups[2].Value), Month.Parse(read.Groups[3].Value),
            decimal.Parse(read.Groups[4].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    internal static ModelLabel Of(IndicatorDefinition definition, ReadOnlyMemory<Int128> parts)
    {
        int Part(string name) => (int)parts.Span[definition.PartIndex(name)];
        return new(Part("model_version"), new Month(Part("trained_from")), new Month(Part("trained_to")), Part("error_hundredths") / 100m);
    }

    [GeneratedRegex(@"^模型输出：第(\d+)版，训练期(\S+?)至(\S+?)，留出检验的误差为季节性朴素法的([\d.]+)倍$")]
    private static partial Regex Form();
}

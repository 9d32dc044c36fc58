using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models;

/// <summary>
/// What every model output carries: which model made it, from what, and how wrong it was where that could be measured.
/// A model's output is never a figure of record and never part of a score.
/// </summary>
/// <param name="TrainedFrom">First period or row that the model saw; empty for a set of rules.</param>
/// <param name="InputHash">SHA-256 of the input, in hexadecimal.</param>
/// <param name="Error">What was measured and where; says so when nothing was.</param>
public sealed record ModelStamp(string Model, string Version, string TrainedFrom, string TrainedTo, string InputHash, BilingualText Error)
{
    /// <summary>The hash of an input given as lines; equal lines in equal order give an equal hash.</summary>
    public static string Hash(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of a series of numbers, bit for bit.</summary>
    public static string Hash(IEnumerable<double> values) => Hash(values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}

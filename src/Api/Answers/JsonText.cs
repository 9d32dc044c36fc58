using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>JSON as the API writes it: camel case, Chinese unescaped, decimals as numbers with the digits they are declared with.</summary>
static class JsonText
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.Converters.Add(new WholeNumber());
        return options;
    }

    /// <summary>The value with exactly this many decimals: 3.1 becomes 3.10 and is written so.</summary>
    public static decimal? Scaled(decimal? value, int decimals) =>
        value is { } number ? HalfUp.Round(number, decimals) + new decimal(0, 0, 0, false, (byte)decimals) : null;

    sealed class WholeNumber : JsonConverter<BigInteger>
    {
        public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TryGetInt64(out var small)
            ? small
            : BigInteger.Parse(System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? throw new JsonException() : reader.ValueSpan), CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }
}

using System.Text.Encodings.Web;

namespace DemoCityAnalytics.Api.Language;

/// <summary>
/// Encodes what HTML asks for and nothing more: &amp; &lt; &gt; " '. The framework's encoder also turns +, line ends and, in its default
/// form, every Chinese character into numeric entities. Attribute values are always quoted in this project.
/// </summary>
sealed class PlainHtmlEncoder : HtmlEncoder
{
    public static readonly PlainHtmlEncoder Instance = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => Entity(unicodeScalar).Length > 0;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) => new ReadOnlySpan<char>(text, textLength).IndexOfAny("&<>\"'");

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        var entity = Entity(unicodeScalar);
        if (entity.Length == 0) entity = char.ConvertFromUtf32(unicodeScalar);
        numberOfCharactersWritten = entity.Length;
        return entity.AsSpan().TryCopyTo(output);
    }

    static string Entity(int character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "",
    };
}

using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace EmbeddedAws.ControlPlane;

/// <summary>Answers in XML.</summary>
internal static class ControlXml
{
    /// <summary>A text as XML can have it: a refusal may repeat what was sent, and XML does not have all characters.</summary>
    public static string Text(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune));

    /// <summary>Writes an answer.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string type, XElement root)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(root.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }
}

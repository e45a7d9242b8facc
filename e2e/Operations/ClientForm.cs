using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>A form as one client sends it, byte for byte.</summary>
/// <param name="Client">The client.</param>
/// <param name="ContentType">The Content-Type of the request.</param>
/// <param name="Text">The body, with the image at <c>{image}</c>.</param>
/// <param name="FileName">The name that the image has to get.</param>
public sealed record ClientForm(string Client, string ContentType, string Text, string FileName)
{
    private const string Place = "{image}";

    /// <summary>The body with an image in it.</summary>
    public byte[] Body(byte[] image)
    {
        var texts = Text.ReplaceLineEndings("\r\n").Split(Place);
        return [.. Encoding.UTF8.GetBytes(texts[0]), .. image, .. Encoding.UTF8.GetBytes(texts[1])];
    }

    public override string ToString() => Client;
}

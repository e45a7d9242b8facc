namespace ImageService.Handlers.Formats;

/// <summary>The signatures of files that people take for images, or that are images which the service does not read.</summary>
internal static class OtherFormats
{
    /// <summary>A camera's own format that is built like TIFF, such as NEF or ARW.</summary>
    public static readonly OtherFormat CameraRaw = Raw("");

    /// <summary>Adobe's format for the raw data of any camera, a TIFF as well.</summary>
    public static readonly OtherFormat Dng = Raw(" (DNG)");

    /// <summary>Canon's format of 2004 to 2018, a TIFF as well.</summary>
    public static readonly OtherFormat Cr2 = Raw(" (CR2)");

    private static readonly (SignatureTest HasSignature, OtherFormat Format)[] All =
    [
        (bytes => FileType.HasBrand(bytes, "crx "u8), Raw(" (CR3)")),
        (bytes => FileType.HasBrand(bytes, "heicheixheimheishevchevxhevmhevs"u8), new("HEIC, the format of iPhone photos", "Convert them to JPEG, or set the camera to Most Compatible.")),
        (bytes => FileType.HasBrand(bytes, "mif1msf1"u8), new("HEIF", "Convert them to JPEG.")),
        (bytes => FileType.HasBrand(bytes, "isomiso2mp41mp42qt  M4V "u8), new("a video (MP4 or QuickTime)")),
        (bytes => bytes.StartsWith<byte>([0xFF, 0x0A]) || bytes.StartsWith("\0\0\0\u000CJXL \r\n"u8), new("JPEG XL")),
        (bytes => bytes.StartsWith<byte>([0xFF, 0x4F, 0xFF, 0x51]) || bytes.StartsWith("\0\0\0\u000CjP  \r\n"u8), new("JPEG 2000")),
        (bytes => bytes.StartsWith("\0\0\u0001\0"u8) || bytes.StartsWith("\0\0\u0002\0"u8), new("an icon or a cursor (ICO)")),
        (bytes => bytes.StartsWith("8BPS"u8), new("a Photoshop document (PSD)")),
        (bytes => bytes.StartsWith("%PDF-"u8), new("a PDF document")),
        (bytes => bytes.StartsWith("FUJIFILMCCD-RAW"u8), Raw(" (RAF)")),
        (bytes => bytes.StartsWith("IIU\0"u8), Raw(" (RW2)")),
        (bytes => bytes.StartsWith("IIRO"u8) || bytes.StartsWith("IIRS"u8) || bytes.StartsWith("MMOR"u8), Raw(" (ORF)")),
        (bytes => bytes.StartsWith("BA"u8) && bytes.From(14).StartsWith("BM"u8), new("an array of OS/2 bitmaps")),
        (Markup.IsSvg, new("an SVG drawing")),
        (Markup.IsHtml, new("an HTML page")),
    ];

    public static OtherFormat? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (hasSignature, format) in All)
        {
            if (hasSignature(bytes))
                return format;
        }

        return null;
    }

    private static OtherFormat Raw(string kind) => new($"a camera raw file{kind}", "Export it as JPEG or TIFF.");
}

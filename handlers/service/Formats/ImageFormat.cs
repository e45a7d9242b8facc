namespace ImageService.Handlers.Formats;

/// <summary>Tells whether the first bytes of a file are those of one format.</summary>
internal delegate bool SignatureTest(ReadOnlySpan<byte> image);

/// <summary>Reads the header of an image whose signature is known to be right.</summary>
internal delegate SizeReading SizeReader(FileView file);

/// <summary>One kind of image file that the service takes. <see cref="ImageFormats"/> lists them.</summary>
public sealed class ImageFormat
{
    /// <summary>How many bytes of a large image are read first, from its beginning.</summary>
    public const int LongestHead = 1024 * 1024;

    /// <summary>How many bytes are read further in: phones put megabytes of metadata, or a small video, before the dimensions.</summary>
    public const int LongestPart = 16 * 1024 * 1024;

    private readonly SignatureTest _hasSignature;
    private readonly SizeReader _readSize;

    internal ImageFormat(string contentType, string extension, SignatureTest hasSignature, SizeReader readSize)
    {
        ContentType = contentType;
        Extension = extension;
        _hasSignature = hasSignature;
        _readSize = readSize;
    }

    /// <summary>The media type that answers carry, such as <c>image/jpeg</c>.</summary>
    public string ContentType { get; }

    /// <summary>The file extension without its dot, such as <c>jpg</c>.</summary>
    public string Extension { get; }

    /// <summary>Other names that clients use for <see cref="ContentType"/>.</summary>
    public IReadOnlyList<string> Aliases { get; internal init; } = [];

    /// <summary>Finds the format of an image by its signature alone; what a client declares does not matter.</summary>
    /// <param name="image">The file, or its first bytes.</param>
    /// <returns>The format; <see langword="null"/> for anything else, such as SVG, HTML or HEIC.</returns>
    public static ImageFormat? Detect(ReadOnlySpan<byte> image)
    {
        foreach (var format in ImageFormats.All)
        {
            if (format._hasSignature(image))
                return format;
        }

        return null;
    }

    /// <summary>Reads the header; pixels are not decoded, and the end of the file may be missing.</summary>
    /// <param name="image">The file, or as much of its beginning as holds the header.</param>
    /// <returns>
    /// No header where the image is of another format, or its header is broken, cut off, or names a dimension
    /// that is zero or larger than an <see cref="int"/>.
    /// </returns>
    public SizeReading ReadSize(ReadOnlySpan<byte> image) => ReadSize(image, image.Length);

    /// <summary>Reads the header of a large image from its beginning, or tells which part has the rest of it.</summary>
    /// <param name="head">The first bytes: all of them, or <see cref="LongestHead"/>.</param>
    /// <param name="length">How many bytes the whole image has.</param>
    public SizeReading ReadSize(ReadOnlySpan<byte> head, long length) => Read(new FileView(head, (ulong)length));

    /// <summary>Reads the header with the part that <see cref="SizeReading.MoreAt"/> asked for. It does not ask again.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="length">How many bytes the whole image has.</param>
    /// <param name="offset">Where the part begins.</param>
    /// <param name="part">The part: <see cref="LongestPart"/> bytes, or as many as there are.</param>
    public SizeReading ReadSize(ReadOnlySpan<byte> head, long length, long offset, ReadOnlySpan<byte> part) =>
        Read(new FileView(head, (ulong)length, (ulong)offset, part));

    /// <summary>
    /// Tells whether a media type, in any case, names this format: is its <see cref="ContentType"/> or one of its
    /// <see cref="Aliases"/>.
    /// </summary>
    /// <param name="mediaType">A media type without parameters, such as <c>image/jpeg</c>.</param>
    /// <returns>Whether it is a name of this format.</returns>
    public bool IsNamed(string mediaType) =>
        Aliases.Prepend(ContentType).Contains(mediaType, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => ContentType;

    private SizeReading Read(FileView file) => _hasSignature(file.Head) ? _readSize(file) : SizeReading.Broken;
}

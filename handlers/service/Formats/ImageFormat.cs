namespace ImageService.Handlers.Formats;

/// <summary>Tells whether the first bytes of a file are those of one format.</summary>
internal delegate bool SignatureTest(ReadOnlySpan<byte> image);

/// <summary>Reads the dimensions of an image whose signature is known to be right.</summary>
internal delegate SizeReading SizeReader(FileView file);

/// <summary>Reads dimensions that stand at a fixed place near the beginning.</summary>
internal delegate bool HeadReader(ReadOnlySpan<byte> head, out ImageSize size);

/// <summary>One kind of image file that the service takes. <see cref="ImageFormats"/> lists them.</summary>
public sealed class ImageFormat
{
    /// <summary>How many bytes of a file are read at once: of its beginning, and of a part further in.</summary>
    public const int LongestPart = 1024 * 1024;

    private readonly SignatureTest _hasSignature;
    private readonly SizeReader _readSize;

    internal ImageFormat(string contentType, string extension, SignatureTest hasSignature, SizeReader readSize)
    {
        ContentType = contentType;
        Extension = extension;
        _hasSignature = hasSignature;
        _readSize = readSize;
    }

    internal ImageFormat(string contentType, string extension, SignatureTest hasSignature, HeadReader readSize)
        : this(contentType, extension, hasSignature, file => readSize(file.Head, out var size) ? SizeReading.Of(size) : SizeReading.Broken)
    {
    }

    /// <summary>The media type that answers carry, such as <c>image/jpeg</c>.</summary>
    public string ContentType { get; }

    /// <summary>The file extension without its dot, such as <c>jpg</c>.</summary>
    public string Extension { get; }

    /// <summary>Other names that clients use for <see cref="ContentType"/>.</summary>
    public IReadOnlyList<string> Aliases { get; internal init; } = [];

    /// <summary>Finds the format of an image by its signature alone; what a client declares plays no part.</summary>
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

    /// <summary>Reads the dimensions from the header; pixels are not decoded, and the end of the file may be missing.</summary>
    /// <param name="image">The file, or as much of its beginning as holds the header.</param>
    /// <param name="size">The dimensions as stored.</param>
    /// <returns>
    /// <see langword="false"/> where the image is of another format, or its header is broken, cut off, or names a dimension
    /// that is zero or larger than an <see cref="int"/>.
    /// </returns>
    public bool TryReadSize(ReadOnlySpan<byte> image, out ImageSize size)
    {
        var reading = ReadSize(image, image.Length);
        size = reading.Size.GetValueOrDefault();
        return reading.Size is not null;
    }

    /// <summary>Reads the dimensions of a large image from its beginning, or tells which part has them.</summary>
    /// <param name="head">The first bytes: all of them, or <see cref="LongestPart"/>.</param>
    /// <param name="length">How many bytes the whole image has.</param>
    public SizeReading ReadSize(ReadOnlySpan<byte> head, long length) => Read(new FileView(head, (ulong)length));

    /// <summary>Reads the dimensions with the part that <see cref="SizeReading.MoreAt"/> asked for. It does not ask again.</summary>
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

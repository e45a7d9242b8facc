namespace ImageService.Handlers.Formats;

/// <summary>What a directory of a TIFF says about its image (TIFF 6.0 §2, §8).</summary>
internal struct TiffDirectory
{
    private ulong _width;
    private ulong _height;
    private ulong _orientation;
    private ulong _subfileType;
    private ulong _photometry;
    private bool _hasMake;
    private bool _hasSubdirectories;
    private bool _hasDngVersion;

    /// <summary>Whether its entries are not all at hand.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The dimensions as stored.</summary>
    public readonly ImageSize? Size => ImageSize.TryCreate(_width, _height, out var size) ? size : null;

    /// <summary>The orientation, 2 to 8.</summary>
    public readonly int? Orientation => _orientation is >= 2 and <= 8 ? (int)_orientation : null;

    /// <summary>
    /// The camera raw format that this is the first directory of. DNG has its version there. In others the image is the plain pattern of the sensor, or a
    /// small preview: it is a reduced one, and the camera or the directories of the real images are named with it.
    /// </summary>
    public readonly OtherFormat? CameraRaw =>
        _hasDngVersion ? OtherFormats.Dng
        : _photometry is 32803 or 34892 || ((_subfileType & 1) == 1 && (_hasMake || _hasSubdirectories)) ? OtherFormats.CameraRaw
        : null;

    /// <summary>Reads the entries. The link to the next directory is not followed.</summary>
    /// <param name="header">The file's header.</param>
    /// <param name="bytes">What is at hand from the beginning of the directory on.</param>
    public static TiffDirectory Read(TiffHeader header, ReadOnlySpan<byte> bytes)
    {
        var directory = default(TiffDirectory);
        var reader = new ByteReader(bytes, header.IsBigEndian);
        for (var left = reader.Read(header.IsBig ? 8 : 2); left > 0 && !reader.IsPastEnd; left--)
        {
            var tag = reader.Read(2);
            var value = ReadValue(ref reader, header.IsBig ? 8 : 4);
            if (!reader.IsPastEnd)
                directory.Add(tag, value);
        }

        directory.IsCut = reader.IsPastEnd;
        return directory;
    }

    /// <summary>Of two entries with one tag the first counts, as in libtiff.</summary>
    private void Add(ulong tag, ulong value)
    {
        switch (tag)
        {
            case 254: _subfileType |= value; break;
            case 256 when _width == 0: _width = value; break;
            case 257 when _height == 0: _height = value; break;
            case 262 when _photometry == 0: _photometry = value; break;
            case 271: _hasMake = true; break;
            case 274 when _orientation == 0: _orientation = value; break;
            case 330: _hasSubdirectories = true; break;
            case 50706: _hasDngVersion = true; break;
        }
    }

    /// <summary>
    /// Type, count and value of an entry: one BYTE, SHORT, LONG or, in BigTIFF, LONG8 is at the left of the value field. Others
    /// read as zero.
    /// </summary>
    private static ulong ReadValue(ref ByteReader reader, int fieldSize)
    {
        var valueSize = reader.Read(2) switch
        {
            1 => 1,
            3 => 2,
            4 => 4,
            16 when fieldSize == 8 => 8,
            _ => 0,
        };
        var count = reader.Read(fieldSize);
        var value = reader.Read(valueSize);
        reader.Take(fieldSize - valueSize);
        return count == 1 ? value : 0;
    }
}

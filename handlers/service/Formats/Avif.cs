namespace ImageService.Handlers.Formats;

/// <summary>
/// AVIF (AV1 Image File Format, on HEIF, ISO/IEC 23008-12): boxes one after another, of which <c>meta</c> describes images and <c>moov</c>
/// a sequence of them.
/// </summary>
internal static class Avif
{
    /// <summary>The brand is that of AVIF images or of AVIF image sequences.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => FileType.HasBrand(image, "avifavis"u8);

    /// <summary>
    /// Walks the boxes of the file to the one that tells the size: the meta box, often the second one and sometimes after the pixels; or the movie box where
    /// that names no primary item. A file has one meta box (ISO/IEC 14496-12 §8.11.1), so only the first one counts.
    /// </summary>
    public static SizeReading ReadSize(FileView file)
    {
        var hasMeta = false;
        var at = 0UL;
        while (true)
        {
            var bytes = file.At(at);
            if (!Box.TryRead(bytes, file.Length - at, out var box))
                return bytes.Length < Box.LongestHeader ? file.MoreAt(at) : SizeReading.Broken;

            var isMeta = box.Type.SequenceEqual("meta"u8) && !hasMeta;
            var isMovie = box.Type.SequenceEqual("moov"u8);
            if (isMeta && AvifItem.TryRead(box.Content, out var item))
                return SizeReading.Of(item.Size, item.Orientation);
            if (isMovie && AvifTrack.TryReadSize(box.Content, out var size))
                return SizeReading.Of(size);
            if ((isMeta || isMovie) && (ulong)bytes.Length < box.Size)
                return file.MoreAt(at);
            if (box.Size >= file.Length - at)
                return SizeReading.Broken;

            hasMeta |= isMeta;
            at += box.Size;
        }
    }
}

namespace ImageService.Handlers.Storage;

/// <summary>Some bytes of an object.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ObjectSize">How many the whole object has.</param>
internal sealed record ObjectPart(byte[] Bytes, long ObjectSize);

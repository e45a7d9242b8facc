namespace ImageService.Handlers.Storage;

/// <summary>The answer to a GET with a range.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ObjectSize">How many the whole object has.</param>
/// <param name="Headers">The names of headers that were kept with it and that no object of this service has.</param>
internal sealed record ObjectPart(byte[] Bytes, long ObjectSize, IReadOnlyList<string> Headers);

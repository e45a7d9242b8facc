namespace EmbeddedAws.S3.Objects;

/// <summary>A part of an upload.</summary>
/// <param name="Number">Its place among the parts.</param>
/// <param name="File">The name of the file with its bytes.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="ETag">The MD5 in hexadecimal, in quotes.</param>
/// <param name="Modified">When it was put, in whole seconds.</param>
/// <param name="Algorithm">The name of the checksum's algorithm: that of the upload, or any where the upload names none.</param>
/// <param name="Checksum">The checksum in base64.</param>
internal sealed record Part(int Number, string File, long Size, string ETag, DateTimeOffset Modified, string Algorithm, string Checksum);

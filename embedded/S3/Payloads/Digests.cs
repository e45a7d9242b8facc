namespace EmbeddedAws.S3.Payloads;

/// <summary>What S3 keeps about the bytes of a body.</summary>
/// <param name="Md5">The MD5 in hexadecimal: the ETag.</param>
/// <param name="Algorithm">The name of the checksum's algorithm.</param>
/// <param name="Checksum">The checksum in base64.</param>
internal sealed record Digests(string Md5, string Algorithm, string Checksum);

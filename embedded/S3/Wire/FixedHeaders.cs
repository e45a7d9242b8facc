using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Wire;

/// <summary>Headers that may only ask for what is done anyway; anything else they could want is refused by name.</summary>
internal static class FixedHeaders
{
    /// <summary>
    /// The account owns all objects, so that these two mean the same:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
    /// </summary>
    public const string Acl = "x-amz-acl";

    public const string StorageClass = "x-amz-storage-class";

    /// <summary>No object has tags, so that copying them and replacing them by none is the same.</summary>
    public const string TaggingDirective = "x-amz-tagging-directive";

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        [Acl] = ["private", "bucket-owner-full-control"],
        [StorageClass] = ["STANDARD"],
        [TaggingDirective] = ["COPY", "REPLACE"],
    };

    /// <exception cref="S3Exception">The header asks for something else.</exception>
    public static void Check(string name, string value)
    {
        if (Values.TryGetValue(name, out var values) && !values.Contains(value))
            throw S3Errors.NotImplemented("Header", $"{name}: {value}");
    }
}

namespace EmbeddedAws.Tests.Hostile;

/// <summary>How HTTP frames a body, rightly and not.</summary>
internal enum HostileFramingKind
{
    /// <summary>With its length.</summary>
    Plain,

    /// <summary>In chunks of HTTP's own.</summary>
    Chunked,

    /// <summary>In chunks, of which one has a size that is none, or too large a one.</summary>
    BrokenChunks,

    /// <summary>With a length that is more than what is sent.</summary>
    CutOff,

    /// <summary>With a length that is less than what is sent.</summary>
    Longer,

    /// <summary>With a length that is none, or two lengths, or with headers that are none.</summary>
    Malformed,
}

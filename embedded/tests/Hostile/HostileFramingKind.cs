namespace EmbeddedAws.Tests.Hostile;

/// <summary>How HTTP frames a body, rightly and not.</summary>
internal enum HostileFramingKind
{
    /// <summary>With its length.</summary>
    Plain,

    /// <summary>In chunks, as HTTP defines them.</summary>
    Chunked,

    /// <summary>In chunks, one of which has an invalid size or one that is too large.</summary>
    BrokenChunks,

    /// <summary>With a length that is more than what is sent.</summary>
    CutOff,

    /// <summary>With a length that is less than what is sent.</summary>
    Longer,

    /// <summary>With an invalid length, with two lengths, or with malformed headers.</summary>
    Malformed,
}

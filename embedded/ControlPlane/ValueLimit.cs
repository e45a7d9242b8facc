namespace EmbeddedAws.ControlPlane;

/// <summary>Counts the values of a request while they are read, in whichever format it is.</summary>
/// <param name="invalidCode">The code by which the service refuses a request that is not well-formed.</param>
internal sealed class ValueLimit(string invalidCode)
{
    /// <summary>More than any request needs. Each value takes about a hundred bytes of memory.</summary>
    private const int Most = 100_000;

    private int _count;

    /// <summary>Counts some more.</summary>
    /// <exception cref="AwsException">They are too many.</exception>
    public void Add(int values = 1)
    {
        _count += values;
        if (_count > Most)
            throw new AwsException(400, invalidCode, $"The body has more than {Most} values.");
    }
}

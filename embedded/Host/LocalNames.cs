using System.Net;

namespace EmbeddedAws.Host;

/// <summary>The names of this machine, without a port.</summary>
/// <param name="others">Names that lead here, too: those of a container network or a proxy.</param>
internal sealed class LocalNames(IEnumerable<string> others)
{
    /// <summary>With all below them: RFC 6761, section 6.3, and a name of LocalStack's that resolves to 127.0.0.1.</summary>
    private static readonly string[] Own = ["localhost", "localhost.localstack.cloud"];

    /// <summary>The twelve digits of an account, and a dot.</summary>
    private const int AccountLabel = 13;

    private readonly HashSet<string> _others = new(others, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name or an address is one of this machine, as it is in a URL: <c>[::1]</c>.</summary>
    public bool Contains(string host)
    {
        // A name may end with the root's dot.
        var name = host.EndsWith('.') ? host[..^1] : host;
        // S3 Control puts the account's id before the host, an address too.
        if (name.Length > AccountLabel && name[AccountLabel - 1] == '.' && name.AsSpan(0, AccountLabel - 1).IndexOfAnyExceptInRange('0', '9') < 0)
            name = name[AccountLabel..];
        if (_others.Contains(name))
            return true;
        return IPAddress.TryParse(name, out var address)
            ? IPAddress.IsLoopback(address)
            : Own.Any(own => name.Equals(own, StringComparison.OrdinalIgnoreCase) || name.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase));
    }
}

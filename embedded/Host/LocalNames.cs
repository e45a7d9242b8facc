using System.Net;
using System.Text.RegularExpressions;

namespace EmbeddedAws.Host;

/// <summary>The names of this machine, without a port.</summary>
/// <param name="others">Names that lead here, too: those of a container network or a proxy.</param>
internal sealed partial class LocalNames(IEnumerable<string> others)
{
    /// <summary>With all below them: RFC 6761, section 6.3, and a name of LocalStack's that resolves to 127.0.0.1.</summary>
    private static readonly string[] Own = ["localhost", "localhost.localstack.cloud"];

    /// <summary>The twelve digits of an account, and a dot.</summary>
    private const int AccountLabel = 13;

    private readonly HashSet<string> _others = new(others, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name or an address is one of this machine, as it is in a URL: <c>[::1]</c>.</summary>
    public bool Contains(string host)
    {
        var name = WithoutAccount(host);
        if (_others.Contains(name))
            return true;
        return IPAddress.TryParse(name, out var address)
            ? IPAddress.IsLoopback(address)
            : Own.Any(own => name.Equals(own, StringComparison.OrdinalIgnoreCase) || name.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a name of this machine has a label before it that is not one of S3's, as a client has it that puts the bucket there: <c>photos.localhost</c>.</summary>
    public bool HasBucket(string host) => WithoutAccount(host) is var name && !_others.Contains(name)
        && Own.FirstOrDefault(own => name.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase)) is { } machine
        && !EndpointOfS3().IsMatch(name[..^(machine.Length + 1)]);

    private static string WithoutAccount(string host)
    {
        // A name may end with the root's dot.
        var name = host.EndsWith('.') ? host[..^1] : host;
        // S3 Control puts the account's id before the host, an address too.
        return name.Length > AccountLabel && name[AccountLabel - 1] == '.' && name.AsSpan(0, AccountLabel - 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? name[AccountLabel..]
            : name;
    }

    /// <summary>What names of S3's own endpoints have before it: https://docs.aws.amazon.com/general/latest/gr/s3.html.</summary>
    [GeneratedRegex(@"\As3(\.dualstack)?([.-][a-z]{2}(-[a-z]+)+-[0-9])?\z", RegexOptions.IgnoreCase)]
    private static partial Regex EndpointOfS3();
}

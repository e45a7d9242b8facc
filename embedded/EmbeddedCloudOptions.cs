namespace EmbeddedAws;

/// <summary>How an <see cref="EmbeddedCloud"/> is started.</summary>
public sealed record EmbeddedCloudOptions
{
    /// <summary>The port on the loopback interface; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Other host names of this machine, besides <c>localhost</c> and the like: <c>host.docker.internal</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Origins whose pages may use the cloud, besides those of this machine: <c>https://app.example.com</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The folder of the data, or null for a temporary one that is gone when the cloud stops.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The clock: ids, expiry of presigned URLs and time limits go by it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether <see cref="Iam.IamRole.Used"/> tells what the calls of a role needed: it grows with each object that is called for.</summary>
    public bool RecordsGrants { get; init; }

    /// <summary>Where the cloud says what went wrong inside it.</summary>
    public TextWriter ErrorLog { get; init; } = Console.Error;

    /// <summary>Where one line a request goes, or null for none.</summary>
    public TextWriter? RequestLog { get; init; }
}

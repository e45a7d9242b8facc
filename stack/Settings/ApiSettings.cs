namespace ImageService.Stack.Settings;

/// <summary>How the API is deployed.</summary>
public sealed record ApiSettings
{
    /// <summary>The name of the API, under which CloudWatch counts its requests.</summary>
    public required string Name { get; init; }

    /// <summary>The stage, which is part of the URL.</summary>
    public required string Stage { get; init; }

    /// <summary>The origin whose pages may read the gateway's own answers.</summary>
    public required string CorsOrigin { get; init; }

    /// <summary>The rate above which the gateway answers 429.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>How many requests at once may go beyond the rate.</summary>
    public required int RequestBurst { get; init; }

    /// <summary>The API keys; null where requests need none.</summary>
    public ApiKeySettings? Keys { get; init; }

    /// <summary>Whether X-Ray traces the requests.</summary>
    public required bool Tracing { get; init; }

    /// <summary>Whether each request is logged.</summary>
    public required bool AccessLog { get; init; }

    /// <summary>How long the access log is kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether this stack sets the role with which API Gateway writes logs. There is one for a whole account and region.</summary>
    public required bool AccountLogRole { get; init; }

    /// <summary>The id that a local cloud gives the API; null on AWS, which makes its own.</summary>
    public string? LocalId { get; init; }

    /// <summary>Where a local cloud serves the API; null on AWS.</summary>
    public Uri? LocalEndpoint { get; init; }
}

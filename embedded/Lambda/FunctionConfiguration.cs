namespace EmbeddedAws.Lambda;

/// <summary>A function: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html.</summary>
internal sealed record FunctionConfiguration
{
    /// <summary>The only version that there is.</summary>
    public const string Latest = "$LATEST";

    public required string FunctionName { get; init; }

    public required string Role { get; init; }

    public required string Runtime { get; init; }

    /// <summary>What is called; a <c>bootstrap</c> may do without.</summary>
    public string? Handler { get; init; }

    public string Description { get; init; } = "";

    /// <summary>In seconds.</summary>
    public int Timeout { get; init; } = 3;

    /// <summary>In MB.</summary>
    public int MemorySize { get; init; } = 128;

    /// <summary>The SHA-256 of the zip, in base64.</summary>
    public required string CodeSha256 { get; init; }

    public required long CodeSize { get; init; }

    public string Architecture { get; init; } = "x86_64";

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public required LoggingConfig LoggingConfig { get; init; }

    /// <summary>In MB.</summary>
    public int EphemeralStorage { get; init; } = 512;

    public string TracingMode { get; init; } = "PassThrough";

    public string? KmsKeyArn { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public string RevisionId { get; init; } = Guid.NewGuid().ToString();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>How many invocations may run at the same time; null where there is no limit of its own.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Who may invoke it.</summary>
    public IReadOnlyList<Permission> Policy { get; init; } = [];

    public string PolicyRevisionId { get; init; } = Guid.NewGuid().ToString();

    /// <summary>Its name in AWS's form.</summary>
    public string Arn => ArnOf(FunctionName);

    public static string ArnOf(string name) => ControlPlane.Arn.Of("lambda", $"function:{name}");
}

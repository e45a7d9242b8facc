namespace ImageService.E2E.PulumiStacks;

/// <summary>A server of AWS's API, without anything in it, for this run alone.</summary>
internal interface IAwsServer : IAsyncDisposable
{
    /// <summary>What is printed at the start.</summary>
    string Name { get; }

    /// <summary>See <see cref="Clouds.ICloud.IsLocalStack"/>.</summary>
    bool IsLocalStack { get; }

    /// <summary>Where clients reach it.</summary>
    Uri Endpoint { get; }
}

namespace ImageService.E2E.Clouds;

/// <summary>Where the API runs that the suite talks to.</summary>
internal interface ICloud : IAsyncDisposable
{
    /// <summary>What is printed at the start.</summary>
    string Name { get; }

    /// <summary>The base URL of the API.</summary>
    Uri ApiUrl { get; }

    /// <summary>How many requests at once it takes.</summary>
    int Parallelism { get; }
}

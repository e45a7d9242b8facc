namespace ImageService.E2E.Clouds;

/// <summary>Where the API runs that the suite talks to.</summary>
internal interface ICloud : IAsyncDisposable
{
    /// <summary>What is printed at the start.</summary>
    string Name { get; }

    /// <summary>Whether it is LocalStack, which lacks some of what AWS does: see <see cref="NotOnLocalStackAttribute"/>.</summary>
    bool IsLocalStack { get; }

    /// <summary>A client of the API; how many requests at once it sends is a property of the cloud.</summary>
    ApiClient Api { get; }
}

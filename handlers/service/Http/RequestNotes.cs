namespace ImageService.Handlers.Http;

/// <summary>What is learnt about a request while it is answered, for the log; so it is there when the operation fails, too.</summary>
internal sealed class RequestNotes
{
    /// <summary>The image that the request is about: the one in its path, or the one that it makes.</summary>
    public string? ImageId { get; set; }

    /// <summary>What went wrong without changing the answer.</summary>
    public Exception? Failure { get; set; }
}

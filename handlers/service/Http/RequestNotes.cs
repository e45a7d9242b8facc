namespace ImageService.Handlers.Http;

/// <summary>What is learnt about a request while it is answered, for the log; so it is there when the operation fails, too.</summary>
internal sealed class RequestNotes
{
    /// <summary>The name of the operation where the route does not tell: <c>downloadImage</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>The image that the request is about.</summary>
    public string? ImageId { get; set; }
}

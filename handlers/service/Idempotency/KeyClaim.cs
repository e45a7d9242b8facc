using ImageService.Handlers.Images;

namespace ImageService.Handlers.Idempotency;

/// <summary>What a request wants an Idempotency-Key for.</summary>
/// <param name="KeyId">What the table calls the key.</param>
/// <param name="Fingerprint">What is the same in each request that is this one again.</param>
/// <param name="ImageId">The id of the image, unless an earlier attempt has chosen one.</param>
/// <param name="Now">When the request came.</param>
internal sealed record KeyClaim(string KeyId, string Fingerprint, ImageId ImageId, DateTimeOffset Now)
{
    /// <summary>Tells this attempt from all others; ids of requests would not, since clients can choose those on AWS.</summary>
    public string Lease { get; } = Guid.NewGuid().ToString();

    /// <summary>Until then no other attempt begins: by then the function has ended, with or without success.</summary>
    public DateTimeOffset LeaseUntil => Now.AddSeconds(30);

    /// <summary>From then on the key is forgotten.</summary>
    public DateTimeOffset ExpiresAt => Now.AddDays(1);

    /// <summary>Image ids that sort before this one are too old to be used again: the collector may have taken the object of a failed attempt.</summary>
    public string OldestImage => ImageId.OldestUsable(Now);

    /// <summary>Whether a key that could not be claimed as it is can be claimed with a new image id.</summary>
    public bool MayReplace(ClaimedKey key) =>
        key.ExpiresAt <= Now
        || (key.Fingerprint == Fingerprint && key.Answer is null && key.LeaseUntil <= Now && key.ImageId.IsTooOld(Now));
}

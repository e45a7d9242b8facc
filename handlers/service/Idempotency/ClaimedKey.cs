using ImageService.Handlers.Images;

namespace ImageService.Handlers.Idempotency;

/// <summary>An Idempotency-Key that some request has claimed.</summary>
/// <param name="ImageId">The id of the image, the same in all attempts while it is young enough.</param>
/// <param name="Fingerprint">What the request was.</param>
/// <param name="Lease">The attempt that has the key.</param>
/// <param name="LeaseUntil">When another attempt may take over.</param>
/// <param name="ExpiresAt">When the key is forgotten; DynamoDB removes the item some time later.</param>
/// <param name="Answer">The image as it was answered; null until an attempt succeeds.</param>
internal sealed record ClaimedKey(
    ImageId ImageId, string Fingerprint, string Lease, DateTimeOffset LeaseUntil, DateTimeOffset ExpiresAt, string? Answer);

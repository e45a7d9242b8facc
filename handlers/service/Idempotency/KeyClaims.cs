using System.Globalization;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Idempotency;

/// <summary>Decides between a request and those that had its Idempotency-Key before.</summary>
internal sealed class KeyClaims(KeyTable keys, TimeProvider time)
{
    /// <summary>Claims a key.</summary>
    /// <returns>The key, held by this request, or with the answer that is to be given again.</returns>
    /// <exception cref="ProblemException">409 while another attempt is under way; 422 when another request has the key.</exception>
    public async Task<KeyItem> ClaimAsync(KeyClaim claim, CancellationToken cancellation)
    {
        var item = await keys.ClaimAsync(claim, cancellation);
        if (item.ExpiresAt <= claim.Now)
            item = await keys.ReplaceAsync(claim, cancellation);
        return Decide(item, claim);
    }

    /// <summary>Writes the item of the image and the answer, both or neither.</summary>
    /// <returns>Null, or the key with the answer of another attempt, which came first.</returns>
    /// <exception cref="ProblemException">409 or 422: this attempt lost the key meanwhile.</exception>
    public async Task<KeyItem?> FinishAsync(KeyClaim claim, Image image, string answer, CancellationToken cancellation) =>
        await keys.FinishAsync(claim, image, answer, cancellation) is { } item ? Decide(item, claim) : null;

    private KeyItem Decide(KeyItem item, KeyClaim claim)
    {
        if (item.Fingerprint != claim.Fingerprint)
            throw new ProblemException(Problems.IdempotencyKeyReused, "Another request had this Idempotency-Key within 24 hours. Give each its own.");
        if (item.Answer is not null || item.Lease == claim.Lease)
            return item;

        var seconds = Math.Max(1, (int)Math.Ceiling((item.LeaseUntil - time.GetUtcNow()).TotalSeconds));
        throw new ProblemException(
            Problems.IdempotencyKeyInUse, $"The same request is under way, or has failed a moment ago. Send it again after {seconds} seconds.")
        {
            Headers = { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) },
        };
    }
}

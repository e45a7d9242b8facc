using System.Globalization;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Idempotency;

/// <summary>Decides between a request and those that had its Idempotency-Key before.</summary>
internal sealed class KeyClaims(KeyTable keys, TimeProvider time)
{
    /// <summary>Claims a key, or takes over a claim whose lease has ended.</summary>
    /// <returns>The key, held by this request, or with the answer that is to be given again.</returns>
    /// <exception cref="ProblemException">409 while another attempt is under way; 422 when another request has the key.</exception>
    public async Task<ClaimedKey> ClaimAsync(KeyClaim claim, CancellationToken cancellation)
    {
        var key = await keys.ClaimAsync(claim, cancellation);
        if (claim.MayReplace(key))
            key = await keys.ReplaceAsync(claim, cancellation);
        return Decide(key, claim);
    }

    /// <summary>Writes the item of the image and the answer, both or neither.</summary>
    /// <returns>Null, or the key with the answer of another attempt, which came first.</returns>
    /// <exception cref="ProblemException">409 or 422: this attempt has lost the key.</exception>
    public async Task<ClaimedKey?> FinishAsync(KeyClaim claim, Image image, string answer, CancellationToken cancellation) =>
        await keys.FinishAsync(claim, image, answer, cancellation) is { } key ? Decide(key, claim) : null;

    private ClaimedKey Decide(ClaimedKey key, KeyClaim claim)
    {
        if (key.Fingerprint != claim.Fingerprint)
            throw new ProblemException(Problems.IdempotencyKeyReused, "This Idempotency-Key was used for a different request in the last 24 hours. Use a new key for each request.");
        if (key.Answer is not null || key.Lease == claim.Lease)
            return key;

        var seconds = Math.Max(1, (int)Math.Ceiling((key.LeaseUntil - time.GetUtcNow()).TotalSeconds));
        throw new ProblemException(
            Problems.IdempotencyKeyInUse, $"The same request is under way, or failed a moment ago. Send it again after {seconds} seconds.")
        {
            Headers = { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) },
        };
    }
}

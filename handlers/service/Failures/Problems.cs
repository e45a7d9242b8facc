namespace ImageService.Handlers.Failures;

/// <summary>The catalog of failures: each status and code that a function answers with is here, once.</summary>
public static class Problems
{
    /// <summary>A query parameter is unknown, repeated or out of range; <c>errors</c> names it.</summary>
    public static readonly Problem InvalidParameter = new(400, "invalid-parameter", "Invalid query parameter");

    /// <summary>The id in the path is not a UUID.</summary>
    public static readonly Problem InvalidImageId = new(400, "invalid-image-id", "Invalid image id");

    /// <summary>The cursor was altered, or belongs to a listing with other filters.</summary>
    public static readonly Problem InvalidCursor = new(400, "invalid-cursor", "Invalid cursor");

    /// <summary>The body is not a JSON object (RFC 8259).</summary>
    public static readonly Problem InvalidJson = new(400, "invalid-json", "Invalid JSON");

    /// <summary>The body is not multipart/form-data (RFC 7578).</summary>
    public static readonly Problem InvalidMultipart = new(400, "invalid-multipart", "Invalid multipart body");

    /// <summary>The content is not padded base64 (RFC 4648, section 4).</summary>
    public static readonly Problem InvalidBase64 = new(400, "invalid-base64", "Invalid base64");

    /// <summary>A field is missing, unknown, of another type or out of range; <c>errors</c> names each.</summary>
    public static readonly Problem InvalidField = new(400, "invalid-field", "Invalid field");

    /// <summary>A header of the request is malformed; <c>errors</c> names it.</summary>
    public static readonly Problem InvalidHeader = new(400, "invalid-header", "Invalid header");

    /// <summary>The event that invoked the function is not API Gateway's; no HTTP request can cause this.</summary>
    public static readonly Problem InvalidEvent = new(400, "invalid-event", "Invalid event");

    /// <summary>The body is not what its Content-Encoding says, or is cut off.</summary>
    public static readonly Problem InvalidContentEncoding = new(400, "invalid-content-encoding", "Invalid content encoding");

    /// <summary>The image has no bytes.</summary>
    public static readonly Problem EmptyImage = new(400, "empty-image", "Empty image");

    /// <summary>There is nothing at this path.</summary>
    public static readonly Problem PathNotFound = new(404, "path-not-found", "Path not found");

    /// <summary>There is no image with this id, or it was deleted.</summary>
    public static readonly Problem ImageNotFound = new(404, "image-not-found", "Image not found");

    /// <summary>There is no upload with this id, or it is older than 12 hours.</summary>
    public static readonly Problem UploadNotFound = new(404, "upload-not-found", "Upload not found");

    /// <summary>The path is known and does not have the method; <c>Allow</c> lists those that it has.</summary>
    public static readonly Problem MethodNotAllowed = new(405, "method-not-allowed", "Method not allowed");

    /// <summary>Another request changed the image between reading and writing it; the same request may be sent again.</summary>
    public static readonly Problem ConcurrentUpdate = new(409, "concurrent-update", "Concurrent update");

    /// <summary>The bytes of the upload are not in S3 yet.</summary>
    public static readonly Problem UploadIncomplete = new(409, "upload-incomplete", "Upload incomplete");

    /// <summary>A request with the same Idempotency-Key is under way; <c>Retry-After</c> tells when to come back.</summary>
    public static readonly Problem IdempotencyKeyInUse = new(409, "idempotency-key-in-use", "Idempotency key in use");

    /// <summary>The image is not at a version that If-Match names (RFC 9110, section 13.1.1).</summary>
    public static readonly Problem PreconditionFailed = new(412, "precondition-failed", "Precondition failed");

    /// <summary>The image is larger than its form of upload carries.</summary>
    public static readonly Problem ImageTooLarge = new(413, "image-too-large", "Image too large");

    /// <summary>The body becomes larger than any that is not compressed may be. The gateway answers the same to those.</summary>
    public static readonly Problem RequestTooLarge = new(413, "request-too-large", "Request too large");

    /// <summary>The operation does not read the Content-Type of the request.</summary>
    public static readonly Problem UnsupportedContentType = new(415, "unsupported-content-type", "Unsupported content type");

    /// <summary>The body has a Content-Encoding other than gzip and deflate; <c>Accept-Encoding</c> lists what is taken (RFC 9110, section 15.5.16).</summary>
    public static readonly Problem UnsupportedContentEncoding = new(415, "unsupported-content-encoding", "Unsupported content encoding");

    /// <summary>The bytes are not an image of a supported format.</summary>
    public static readonly Problem UnsupportedImage = new(415, "unsupported-image", "Unsupported image");

    /// <summary>The range begins after the end of the image (RFC 9110, section 14); <c>Content-Range</c> tells its size.</summary>
    public static readonly Problem RangeNotSatisfiable = new(416, "range-not-satisfiable", "Range not satisfiable");

    /// <summary>The bytes begin like an image, but no decoder takes their header.</summary>
    public static readonly Problem CorruptImage = new(422, "corrupt-image", "Corrupt image");

    /// <summary>This Idempotency-Key was used for another request in the last 24 hours.</summary>
    public static readonly Problem IdempotencyKeyReused = new(422, "idempotency-key-reused", "Idempotency key reused");

    /// <summary>There are no variants of the image: its format, its size or its broken pixels do not allow it.</summary>
    public static readonly Problem ImageNotRenderable = new(422, "image-not-renderable", "Image not renderable");

    /// <summary>An unexpected failure; the log has it under the request id.</summary>
    public static readonly Problem Internal = new(500, "internal-error", "Internal error");

    /// <summary>The image's item is there, and its object is missing, incomplete or altered.</summary>
    public static readonly Problem ImageDamaged = new(500, "image-damaged", "Image damaged");

    /// <summary>S3 or DynamoDB throttles, fails or refuses the connection; <c>Retry-After</c> tells when to come back.</summary>
    public static readonly Problem Unavailable = new(503, "service-unavailable", "Service unavailable");

    /// <summary>S3 or DynamoDB did not answer in time.</summary>
    public static readonly Problem Timeout = new(504, "timeout", "Timeout");
}

using ImageService.E2E.Clouds;

namespace ImageService.E2E.Contract;

/// <summary>What is described and cannot be had from the cloud under test, each with the reason. Of the embedded cloud all can be had.</summary>
internal static class NotProducible
{
    private const string NoFaults = "Its S3 and DynamoDB cannot be told to fail, and a function cannot be made to crash.";
    private const string NoHanging = "Its S3 and DynamoDB cannot be told to hang.";
    private const string NotOurs = "Tests that break the deployment are skipped when IMAGE_SERVICE_URL is set.";
    private const string NoPlan = "No test says there who may send how much.";
    private const string NoRace = "Two requests meet there by chance only.";

    private static readonly (string? Operation, int Status, string Reason)[] Elsewhere =
    [
        (null, 502, NoFaults),
        (null, 503, NoFaults),
        (null, 504, NoHanging),
        ("getOpenApi", 500, "It needs neither the bucket nor the table, which a broken deployment lacks."),
        ("deleteImages", 500, "It answers 200 with each image that failed."),
        ("getGallery", 500, "It needs neither the bucket nor the table, which a broken deployment lacks."),
        (Description.NoOperation, 500, "It needs neither the bucket nor the table, which a broken deployment lacks."),
        ("deleteImages", 413, "It has no limit of a body."),
        (Description.NoOperation, 413, "It has no limit of a body."),
        ("updateImage", 409, NoRace),
        ("uploadImage", 409, NoRace),
    ];

    /// <summary>Why a status of an operation cannot be had; null where it can.</summary>
    public static string? Reason(string operation, int status) =>
        SharedCloud is Embedded ? null
        : SharedCloud is RunningApi && status == 500 ? NotOurs
        : status is 403 or 429 && operation != Description.NoOperation ? NoPlan
        : Elsewhere.FirstOrDefault(entry => entry.Status == status && (entry.Operation is null || entry.Operation == operation)).Reason;
}

using ImageService.Local.DynamoDb.Values;

namespace ImageService.Local.DynamoDb.Errors;

/// <summary>Why one action of a transaction cancelled it; <c>None</c> for one that did not.</summary>
internal sealed record CancellationReason(string Code, string? Message, MapValue? Item)
{
    public static readonly CancellationReason None = new("None", null, null);
}

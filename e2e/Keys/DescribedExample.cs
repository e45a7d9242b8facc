using ImageService.E2E.Contract;

namespace ImageService.E2E.Keys;

/// <summary>The example of an answer that several operations share in the description.</summary>
internal static class DescribedExample
{
    /// <summary>The example, compact, for a request with this id.</summary>
    public static string Of(string response, string requestId)
    {
        var content = Description.Published.Document["components"]!["responses"]![response]!["content"]!["application/problem+json"]!;
        var example = content["examples"]!.AsObject().Single().Value!["value"]!.DeepClone();
        example["requestId"] = requestId;
        return example.ToJsonString();
    }
}

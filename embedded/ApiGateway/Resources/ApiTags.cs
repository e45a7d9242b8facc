using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Tags, and the resources that have some: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-supported-resources.html.</summary>
internal static class ApiTags
{
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Prefix = $"arn:aws:apigateway:{Arn.Region}::/";

    /// <summary>The tags of a request.</summary>
    public static IReadOnlyDictionary<string, string> Tags(this ControlRequest request) => Verified(request.Texts("tags"));

    /// <summary>The tags of a resource.</summary>
    /// <exception cref="AwsException">The resource does not exist.</exception>
    public static IReadOnlyDictionary<string, string> Of(IResources resources, string arn) => Find(resources, arn) switch
    {
        StoredApi api => api.Tags,
        StoredStage stage => stage.Tags,
        StoredApiKey key => key.Tags,
        StoredUsagePlan plan => plan.Tags,
        var other => throw new InvalidOperationException($"{other} has no tags."),
    };

    /// <summary>Changes the tags of a resource.</summary>
    /// <exception cref="AwsException">The resource does not exist, or has too many tags.</exception>
    public static void Change(ResourceChange change, string arn, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> with)
    {
        var tags = Verified(with(Of(change, arn)));
        switch (Find(change, arn))
        {
            case StoredApi api:
                change.Put(api.Id, api with { Tags = tags });
                break;
            case StoredStage stage:
                change.Put(stage.Key, stage with { Tags = tags });
                break;
            case StoredApiKey key:
                change.Put(key.Id, key with { Tags = tags });
                break;
            case StoredUsagePlan plan:
                change.Put(plan.Id, plan with { Tags = tags });
                break;
        }
    }

    /// <summary>The resource with an ARN.</summary>
    private static object Find(IResources resources, string arn)
    {
        var path = arn.StartsWith(Prefix, StringComparison.Ordinal) ? arn[Prefix.Length..].Split('/') : throw ApiErrors.BadRequest("Invalid ARN specified in the request");
        return path switch
        {
            ["restapis", var id] => resources.Api(id),
            ["restapis", var id, "stages", var name] => resources.Stage(id, name),
            ["apikeys", var id] => resources.ApiKey(id),
            ["usageplans", var id] => resources.UsagePlan(id),
            _ => throw ApiErrors.BadRequest("Invalid ARN specified in the request"),
        };
    }

    private static IReadOnlyDictionary<string, string> Verified(IReadOnlyDictionary<string, string> tags) =>
        tags.Count <= ResourceTags.Most && tags.All(tag => tag.Key.Length is > 0 and <= LongestKey && tag.Value.Length <= LongestValue)
            ? tags
            : throw ApiErrors.BadRequest($"A resource has {ResourceTags.Most} tags at most, with keys of 1 to {LongestKey} characters and values of {LongestValue} at most");
}

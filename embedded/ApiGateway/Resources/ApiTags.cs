using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Tags, and the resources that have some: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-supported-resources.html.</summary>
internal static class ApiTags
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Prefix = $"arn:aws:apigateway:{Arn.Region}::/";

    /// <summary>The tags of a request.</summary>
    public static IReadOnlyDictionary<string, string> Tags(this ControlRequest request) => Verified(request.Texts("tags"));

    /// <summary>The tags of a resource.</summary>
    public static IReadOnlyDictionary<string, string> Of(ResourceChange change, string arn) => Change(change, arn, tags => tags);

    /// <summary>Changes the tags of a resource.</summary>
    /// <returns>The tags that it has then.</returns>
    /// <exception cref="AwsException">The resource does not exist, or has too many tags.</exception>
    public static IReadOnlyDictionary<string, string> Change(ResourceChange change, string arn, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> with)
    {
        var path = arn.StartsWith(Prefix, StringComparison.Ordinal) ? arn[Prefix.Length..].Split('/') : throw ApiErrors.BadRequest("Invalid ARN specified in the request");
        switch (path)
        {
            case ["restapis", var id]:
                var api = change.Api(id);
                api = api with { Tags = Verified(with(api.Tags)) };
                change.Put(id, api);
                return api.Tags;
            case ["restapis", var id, "stages", var name]:
                var stage = change.Stage(id, name);
                stage = stage with { Tags = Verified(with(stage.Tags)) };
                change.Put(stage.Key, stage);
                return stage.Tags;
            case ["apikeys", var id]:
                var key = change.ApiKey(id);
                key = key with { Tags = Verified(with(key.Tags)) };
                change.Put(id, key);
                return key.Tags;
            case ["usageplans", var id]:
                var plan = change.UsagePlan(id);
                plan = plan with { Tags = Verified(with(plan.Tags)) };
                change.Put(id, plan);
                return plan.Tags;
            default:
                throw ApiErrors.BadRequest("Invalid ARN specified in the request");
        }
    }

    private static IReadOnlyDictionary<string, string> Verified(IReadOnlyDictionary<string, string> tags) =>
        tags.Count <= Most && tags.All(tag => tag.Key.Length is > 0 and <= LongestKey && tag.Value.Length <= LongestValue)
            ? tags
            : throw ApiErrors.BadRequest($"A resource has {Most} tags at most, with keys of 1 to {LongestKey} characters and values of {LongestValue} at most");
}

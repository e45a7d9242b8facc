using ImageService.Handlers.Storage;
using ImageService.Stack.Settings;
using Pulumi.Aws.S3.Inputs;

namespace ImageService.Stack.Storage;

/// <summary>What S3 does to objects as they age.</summary>
internal static class Lifecycle
{
    /// <summary>The prefix of all keys.</summary>
    private const string Everything = "";

    public static BucketLifecycleConfigurationRuleArgs[] RulesOf(DataSettings settings)
    {
        var rules = new List<BucketLifecycleConfigurationRuleArgs>
        {
            Rule("remove-variants", ObjectKey.VariantsPrefix, new()
            {
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = settings.VariantDays },
            }),
        };
        if (settings.Versioning)
        {
            rules.Add(Rule("remove-old-versions", Everything, new()
            {
                NoncurrentVersionExpiration =
                    new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = settings.NoncurrentVersionDays },
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
            }));
        }

        if (settings.InfrequentAccessDays is { } days)
        {
            rules.Add(Rule("move-to-infrequent-access", Everything, new()
            {
                Transitions = new BucketLifecycleConfigurationRuleTransitionArgs { Days = days, StorageClass = "STANDARD_IA" },
            }));
        }

        return [.. rules];
    }

    private static BucketLifecycleConfigurationRuleArgs Rule(string id, string prefix, BucketLifecycleConfigurationRuleArgs rule)
    {
        rule.Id = id;
        rule.Status = "Enabled";
        rule.Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = prefix };
        return rule;
    }
}

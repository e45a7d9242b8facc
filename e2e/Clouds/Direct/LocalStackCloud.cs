namespace ImageService.E2E.Clouds;

/// <summary>LocalStack, in a build without what starts it and deploys to it.</summary>
internal static class LocalStackCloud
{
    public static bool IsDefault => false;

    public static Task<ICloud> StartAsync() => throw new NotSupportedException(
        "This build of the suite has no LocalStack: it needs Pulumi and Testcontainers. Build it with IMAGE_SERVICE_CLOUD=localstack set, or with "
        + "-p:CloudPackages=true. IMAGE_SERVICE_CLOUD=embedded needs neither.");
}

namespace ImageService.E2E.Stack;

/// <summary>Reads the deployed API back: which method of which path calls which function.</summary>
internal static class ApiMap
{
    /// <summary>Each as <c>GET /images -> image-service-prod-listImages</c>.</summary>
    public static IReadOnlyList<string> Of(StackRun run)
    {
        var route = RoutesOf(run);
        var functions = run.All("Function").ToDictionary(function => (string)function.Outputs["invokeArn"]!);
        return [.. run.All("Method").Select(method => $"{route(method)} -> {functions[Integration(method).Text("uri")!].Text("name")}")];

        Registered Integration(Registered method) => run.All("Integration").Single(integration => route(integration) == route(method));
    }

    /// <summary>What a method, or its integration, is of: <c>GET /images</c>.</summary>
    public static Func<Registered, string> RoutesOf(StackRun run)
    {
        var paths = Paths(run);
        return method => $"{method.Text("httpMethod")} {paths[method.Text("resourceId")!]}";
    }

    private static Dictionary<string, string> Paths(StackRun run)
    {
        var resources = run.All("Resource").ToDictionary(resource => (string)resource.Outputs["id"]!);
        var paths = resources.Keys.ToDictionary(id => id, Path);
        paths["root000000"] = "/";
        return paths;

        string Path(string id) =>
            resources.TryGetValue(id, out var resource) ? $"{Path(resource.Text("parentId")!)}/{resource.Text("pathPart")}" : "";
    }
}

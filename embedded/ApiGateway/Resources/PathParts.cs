using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>The segments of paths: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html.</summary>
internal static partial class PathParts
{
    /// <summary>The resources right below one.</summary>
    public static IEnumerable<StoredResource> Children(IResources resources, StoredResource parent) =>
        resources.List<StoredResource>($"{parent.ApiId}/").Where(resource => resource.ParentId == parent.Id);

    /// <summary>Refuses a segment that may not be below a resource.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="parent">The resource above.</param>
    /// <param name="part">The segment.</param>
    /// <param name="id">The resource that it is of, which is not compared with itself.</param>
    public static void Verify(IResources resources, StoredResource parent, string part, string id)
    {
        if (!Valid().IsMatch(part))
            throw ApiErrors.BadRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.");
        if (parent.IsGreedy)
            throw ApiErrors.BadRequest($"Cannot create a child of a resource with a greedy path variable: {parent.PathPart}");
        if (part.EndsWith("+}", StringComparison.Ordinal) && resources.List<StoredResource>($"{parent.ApiId}/").Any(resource => resource.ParentId == id))
            throw ApiErrors.BadRequest($"A resource with children cannot have a greedy path variable: {part}");
        if (part.StartsWith('{') && parent.Path.Split('/').Any(above => NameOf(above) == NameOf(part)))
            throw ApiErrors.BadRequest($"Another resource above this one already has this variable name: {part}");
        foreach (var sibling in Children(resources, parent).Where(resource => resource.Id != id))
        {
            if (sibling.PathPart == part)
                throw ApiErrors.Conflict($"Another resource with the same parent already has this name: {part}");
            if (sibling.IsVariable && part.StartsWith('{') && sibling.IsGreedy == part.EndsWith("+}", StringComparison.Ordinal))
                throw ApiErrors.BadRequest($"A sibling ({sibling.PathPart}) of this resource already has a variable path part -- only one unique variable path part is allowed.");
        }
    }

    private static string? NameOf(string part) => part is ['{', .. var name, '}'] ? name.TrimEnd('+') : null;

    [GeneratedRegex(@"\A([A-Za-z0-9._:-]+|\{[A-Za-z0-9._:-]+\+?\})\z")]
    private static partial Regex Valid();
}

using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Paths of one expression may not meet: neither may lie in the other, nor use one value as a map and as a list.</summary>
internal static class PathRules
{
    public static void CheckDistinct(string kind, IReadOnlyList<DocumentPath> paths)
    {
        for (var second = 1; second < paths.Count; second++)
        {
            for (var first = 0; first < second; first++)
                Check(kind, paths[first], paths[second]);
        }
    }

    private static void Check(string kind, DocumentPath one, DocumentPath two)
    {
        var shared = one.Steps.Zip(two.Steps).TakeWhile(steps => steps.First == steps.Second).Count();
        if (shared == one.Steps.Count || shared == two.Steps.Count)
            throw ExpressionErrors.Overlap(kind, one.ToString(), two.ToString());
        if (one.Steps[shared].Name is null != two.Steps[shared].Name is null)
            throw ExpressionErrors.Conflict(kind, one.ToString(), two.ToString());
    }
}

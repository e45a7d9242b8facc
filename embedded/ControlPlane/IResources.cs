namespace EmbeddedAws.ControlPlane;

/// <summary>Resources that are read.</summary>
internal interface IResources
{
    /// <summary>The resource with an id, or null.</summary>
    T? Find<T>(string id)
        where T : class;

    /// <summary>The resources whose ids begin with a text, in the order of their ids.</summary>
    IReadOnlyList<T> List<T>(string prefix = "")
        where T : class;
}

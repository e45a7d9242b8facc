using System.Reflection;

namespace EmbeddedAws.FunctionHost;

/// <summary>The serializer that a function names by <c>[assembly: LambdaSerializer(…)]</c>, or on its method. It is found by names: the host refers to no package.</summary>
internal sealed class Serializer
{
    private const string AttributeName = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    private const string InterfaceName = "Amazon.Lambda.Core.ILambdaSerializer";

    private readonly MethodInfo? _deserialize;
    private readonly MethodInfo? _serialize;

    private Serializer(object? instance)
    {
        Instance = instance;
        var type = instance?.GetType().GetInterface(InterfaceName);
        (_deserialize, _serialize) = (type?.GetMethod("Deserialize"), type?.GetMethod("Serialize"));
    }

    /// <summary>The serializer itself; null if the function declares none.</summary>
    public object? Instance { get; }

    public static Serializer Of(MethodInfo method)
    {
        var attribute = Attribute(method.GetCustomAttributesData()) ?? Attribute(method.ReflectedType!.Assembly.GetCustomAttributesData());
        var type = (Type?)attribute?.ConstructorArguments[0].Value;
        return new Serializer(type is null ? null : Activator.CreateInstance(type));
    }

    public object? Deserialize(Type type, Stream json) => Of(_deserialize, type).Invoke(Instance, BindingFlags.DoNotWrapExceptions, null, [json], null);

    public void Serialize(Type type, object? value, Stream json) => Of(_serialize, type).Invoke(Instance, BindingFlags.DoNotWrapExceptions, null, [value, json], null);

    private static CustomAttributeData? Attribute(IEnumerable<CustomAttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == AttributeName);

    private static MethodInfo Of(MethodInfo? method, Type type) => method?.MakeGenericMethod(type)
        ?? throw new InvalidOperationException($"The function takes or returns {type}, for which its assembly has to name a serializer: [assembly: LambdaSerializer(typeof(…))].");
}

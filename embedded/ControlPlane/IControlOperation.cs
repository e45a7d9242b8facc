namespace EmbeddedAws.ControlPlane;

/// <summary>An operation that manages resources. Its class has AWS's name of it.</summary>
internal interface IControlOperation
{
    /// <summary>What policies call it, without the service.</summary>
    string Action => GetType().Name;

    /// <summary>The ARN of what it is about, for the policies of a role that calls it.</summary>
    string ResourceOf(ControlRequest request) => "*";

    /// <summary>The ARNs of all that it is about, where that is more than one: a role needs the permission for each.</summary>
    IReadOnlyList<string> ResourcesOf(ControlRequest request) => [ResourceOf(request)];

    /// <summary>
    /// The role that it gives to a service, which a role that calls it must be allowed to pass on; null where there is none:
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html.
    /// </summary>
    PassedRole? PassedRole(ControlRequest request) => null;

    /// <summary>Whether every caller may, without any policy that allows it.</summary>
    bool IsForEveryone => false;

    /// <summary>Does it.</summary>
    /// <exception cref="AwsException">It is refused.</exception>
    Task<ControlAnswer> RunAsync(ControlRequest request);
}

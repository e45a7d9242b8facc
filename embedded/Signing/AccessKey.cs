using EmbeddedAws.Iam;

namespace EmbeddedAws.Signing;

/// <summary>An access key as it was when a request arrived: it is looked up once, so that a role that is deleted meanwhile leaves neither an empty secret nor a user who may do everything.</summary>
/// <param name="Id">Its id, which requests name.</param>
/// <param name="Secret">The secret that only its owner knows.</param>
/// <param name="Role">The role whose key it is; null where it is that of a user of this machine.</param>
internal sealed record AccessKey(string Id, string Secret, IamRole? Role);

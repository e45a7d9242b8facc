using System.Net;
using Amazon.S3;
using NUnit.Framework.Constraints;

namespace EmbeddedAws.Tests.S3;

/// <summary>Constraints of the tests of S3, in addition to those of NUnit.</summary>
internal abstract class Is : NUnit.Framework.Is
{
    /// <summary>An <see cref="S3Answer"/> that is this error.</summary>
    public static IResolveConstraint Refused(int status, string code) =>
        Has.Property(nameof(S3Answer.Status)).EqualTo(status).And.Property(nameof(S3Answer.Code)).EqualTo(code);

    /// <summary>An SDK call that fails with this error.</summary>
    public static IResolveConstraint S3Error(int status, string code) =>
        Throws.InstanceOf<AmazonS3Exception>().With.Property(nameof(AmazonS3Exception.StatusCode)).EqualTo((HttpStatusCode)status)
            .And.Property(nameof(AmazonS3Exception.ErrorCode)).EqualTo(code);
}

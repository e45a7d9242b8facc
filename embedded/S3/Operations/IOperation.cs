using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>One operation of S3. Its class has its name.</summary>
internal interface IOperation
{
    Accepted Accepted { get; }

    Task HandleAsync(S3Request request);
}

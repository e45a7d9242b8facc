using System.Text.Json;
using Amazon.Lambda.Core;

namespace EmbeddedAws.Tests.Functions;

public sealed class JsonText : ILambdaSerializer
{
    public T Deserialize<T>(Stream requestStream) => JsonSerializer.Deserialize<T>(requestStream)!;

    public void Serialize<T>(T response, Stream responseStream) => JsonSerializer.Serialize(responseStream, response);
}

using System.Text.Json.Nodes;

namespace ImageService.E2E.Stack;

/// <summary>A resource that the program registered.</summary>
/// <param name="Type">Its type: <c>aws:s3/bucket:Bucket</c>.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Inputs">What it is to be.</param>
/// <param name="Outputs">What the cloud made of it.</param>
internal sealed record Registered(string Type, string Name, JsonObject Inputs, JsonObject Outputs)
{
    /// <summary>An input that is a text.</summary>
    public string? Text(string input) => (string?)Inputs[input];
}

using NUnit.Framework.Constraints;
using NUnit.Framework.Internal;

namespace ImageService.E2E.Model;

/// <summary>An answer that is not the model's. Not NUnit's own failure, which would end the test: the sequence is made shorter first.</summary>
internal sealed class Difference(string message) : Exception(message)
{
    /// <summary>Compares as <c>Assert.That</c> does.</summary>
    /// <exception cref="Difference">It does not fit.</exception>
    public static void Same<T>(T actual, Constraint expected)
    {
        var result = expected.ApplyTo(actual);
        if (result.IsSuccess)
            return;
        using var writer = new TextMessageWriter();
        result.WriteMessageTo(writer);
        throw new Difference($"{writer}");
    }
}

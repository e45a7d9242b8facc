namespace ImageService.Handlers.Failures;

/// <summary>What is wrong with one field or parameter.</summary>
/// <param name="Field">Its path: <c>limit</c>, <c>metadata.title</c>, <c>metadata.tags[3]</c>.</param>
/// <param name="Message">What is wrong, to be read after the path: <c>has more than 256 characters</c>.</param>
public sealed record FieldError(string Field, string Message);

using System.Text.Json.Nodes;
using System.Security.Cryptography;
using NUnit.Framework.Constraints;

namespace ImageService.E2E.Client;

/// <summary>What tests say of an answer: <c>Is.Status(204)</c>, <c>Is.Problem(404, "image-not-found")</c>.</summary>
internal static class AnswerConstraints
{
    extension(Is)
    {
        /// <summary>An answer with this status.</summary>
        public static Constraint Status(int status) => new StatusConstraint(status);

        /// <summary>These bytes. NUnit compares two arrays element by element, which takes a second for some megabytes.</summary>
        public static Constraint Bytes(byte[] expected) => new BytesConstraint(expected);

        /// <summary>Problem details of a function (RFC 9457), complete and in line with the answer that carries them.</summary>
        public static Constraint Problem(int status, string code) => new ProblemConstraint(status, code, "X-Request-Id");

        /// <summary>Problem details of the gateway itself, without a function.</summary>
        public static Constraint GatewayProblem(int status, string code) => new ProblemConstraint(status, code, "x-amzn-RequestId");
    }

    private sealed class StatusConstraint(int status) : Constraint
    {
        public override string Description => $"status {status}";

        public override ConstraintResult ApplyTo<TActual>(TActual actual) =>
            new(this, actual, actual is Answer answer && answer.Status == status);
    }

    private sealed class BytesConstraint(byte[] expected) : Constraint
    {
        public override string Description => $"{expected.Length} bytes with the SHA-256 {Convert.ToHexStringLower(SHA256.HashData(expected))}";

        public override ConstraintResult ApplyTo<TActual>(TActual actual) =>
            actual is byte[] bytes ? new Result(this, bytes, expected) : new ConstraintResult(this, actual, isSuccess: false);

        private sealed class Result(BytesConstraint constraint, byte[] actual, byte[] expected)
            : ConstraintResult(constraint, actual, actual.AsSpan().SequenceEqual(expected))
        {
            public override void WriteActualValueTo(MessageWriter writer) =>
                writer.Write($"{actual.Length} bytes, the first {actual.AsSpan().CommonPrefixLength(expected)} as expected");
        }
    }

    private sealed class ProblemConstraint(int status, string code, string idHeader) : Constraint
    {
        public override string Description => $"a complete problem {status} {code}";

        public override ConstraintResult ApplyTo<TActual>(TActual actual) =>
            new(this, actual, actual is Answer answer && answer.Status == status && IsComplete(answer));

        private bool IsComplete(Answer answer)
        {
            var problem = answer.Header("Content-Type") == "application/problem+json" ? answer.Json : [];
            var errors = problem["errors"]?.AsArray() ?? [];
            return (string?)problem["code"] == code
                && (string?)problem["type"] == $"urn:image-service:problem:{code}"
                && (int?)problem["status"] == status
                && ((string?)problem["title"])?.Length > 0
                && IsSentence((string?)problem["detail"], errors)
                && (string?)problem["requestId"] == answer.Header(idHeader)
                && (problem["errors"] is null || status == 400)
                && errors.All(error => SaysWhatIsWrong((string?)error!["message"]));
        }

        /// <summary>A path or a field that is its subject keeps its name.</summary>
        private static bool IsSentence(string? text, JsonArray errors) =>
            text is [var first, .., '.' or '…'] && (char.IsAsciiLetterUpper(first) || first == '/' || errors.Any(error => text.StartsWith((string)error!["field"]!, StringComparison.Ordinal)));

        /// <summary>The field is the subject.</summary>
        private static bool SaysWhatIsWrong(string? message) => message?.Split(' ')[0] is "is" or "has" or "must" or "cannot";
    }
}

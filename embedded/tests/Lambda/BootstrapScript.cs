namespace EmbeddedAws.Tests.Lambda;

/// <summary>Programs for the runtimes <c>provided.*</c>, which ask the runtime API themselves.</summary>
internal static class BootstrapScript
{
    /// <summary>One that answers invocations for as long as there are some.</summary>
    /// <param name="work">What it does for each: a script that finds the event in <c>event</c>, and leaves its result in <c>answer</c>.</param>
    public static byte[] Package(string work) => FunctionCloud.Bootstrap(Of(work));

    public static string Of(string work) => $$"""
        #!/bin/bash
        read_answer() {
          length=0
          while IFS= read -r line <&3; do
            line=${line%$'\r'}
            case "${line,,}" in
              lambda-runtime-aws-request-id:*) id=${line#*: };;
              content-length:*) length=${line#*: };;
            esac
            [ -z "$line" ] && break
          done
          IFS= read -r -N "$length" body <&3
        }
        exec 3<>/dev/tcp/${AWS_LAMBDA_RUNTIME_API/:/\/}
        while true; do
          id=
          printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n' "$AWS_LAMBDA_RUNTIME_API" >&3
          read_answer
          [ -z "$id" ] && exit
          event=$body
          answer=true
          {{work}}
          printf 'POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %s\r\n\r\n%s' "$id" "$AWS_LAMBDA_RUNTIME_API" "${#answer}" "$answer" >&3
          read_answer
        done
        """;
}

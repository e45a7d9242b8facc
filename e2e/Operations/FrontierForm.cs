using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>Forms that tests put together, with the boundary <c>frontier</c>.</summary>
internal static class FrontierForm
{
    /// <summary>What ends the last part.</summary>
    public static byte[] End => [.. "\r\n--frontier--\r\n"u8];

    /// <summary>What begins a part: its Content-Disposition has these parameters.</summary>
    public static byte[] Part(string parameters) => Encoding.UTF8.GetBytes($"--frontier\r\nContent-Disposition: form-data; {parameters}\r\n\r\n");

    public static Task<Answer> Send(byte[] body, string contentType = "multipart/form-data; boundary=frontier") => Api.Upload(body, contentType);
}

namespace ImageService.E2E.Operations;

/// <summary>Forms as upload widgets, browsers and HTTP libraries send them with their default settings.</summary>
internal static class ClientForms
{
    private const string WebKit = "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW";

    public static IReadOnlyList<ClientForm> All { get; } =
    [
        new("Dropzone", WebKit, """
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="dzuuid"

            0f8fad5b-d9cb-469f-a165-70867728950e
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="dzchunkindex"

            0
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="dztotalchunkcount"

            1
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="file"; filename="photo (1).png"
            Content-Type: image/png

            {image}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW--

            """, "photo (1).png"),
        new("FilePond", WebKit, """
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="filepond"

            {}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="filepond"; filename="photo.png"
            Content-Type: image/png

            {image}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW--

            """, "photo.png"),
        new("FilePond, its field called file", WebKit, """
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="file"

            {"title":"not for us"}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="file"; filename="photo.png"
            Content-Type: image/png

            {image}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW--

            """, "photo.png"),
        new("Uppy", WebKit, """
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="relativePath"

            null
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="name"

            Straße.png
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="type"

            image/png
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="file"; filename="Straße.png"
            Content-Type: image/png

            {image}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW--

            """, "Straße.png"),
        new("Plupload", WebKit, """
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="name"

            o_1abc.png
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="file"; filename="photo.png"
            Content-Type: image/png

            {image}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW--

            """, "photo.png"),
        new("an HTML form with a button and a second input without a file", WebKit, """
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="other"; filename=""
            Content-Type: application/octet-stream


            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="photo"; filename="say %22cheese%22.png"
            Content-Type: image/png

            {image}
            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="owner"


            ------WebKitFormBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="submit"

            Upload
            ------WebKitFormBoundary7MA4YWxkTrZu0gW--

            """, "say \"cheese\".png"),
        new("Internet Explorer", "multipart/form-data; boundary=---------------------------7d01ecf406a6", """
            -----------------------------7d01ecf406a6
            Content-Disposition: form-data; name="photo"; filename="C:\Users\anna\photo.png"
            Content-Type: image/x-png

            {image}
            -----------------------------7d01ecf406a6--

            """, "photo.png"),
        new("React Native", "multipart/form-data; boundary=jsUPXyDcV4Pc0x0y0z", """
            --jsUPXyDcV4Pc0x0y0z
            content-disposition: form-data; name="file"; filename="IMG (1).png"; filename*=utf-8''IMG%20(1).png
            content-type: image/png

            {image}
            --jsUPXyDcV4Pc0x0y0z--

            """, "IMG (1).png"),
        new("curl", "multipart/form-data; boundary=------------------------d74496d66958873e", """
            --------------------------d74496d66958873e
            Content-Disposition: form-data; name="file"; filename="photo;a,b.png"
            Content-Type: image/png

            {image}
            --------------------------d74496d66958873e--

            """, "photo;a,b.png"),
        new("Python requests", "multipart/form-data; boundary=5dfc1c2b1e7f4b5a8a4e2cbb0e1a7d3f", """
            --5dfc1c2b1e7f4b5a8a4e2cbb0e1a7d3f
            Content-Disposition: form-data; name="file"; filename="Straße.png"

            {image}
            --5dfc1c2b1e7f4b5a8a4e2cbb0e1a7d3f--

            """, "Straße.png"),
        new("Python requests with urllib3 1", "multipart/form-data; boundary=5dfc1c2b1e7f4b5a8a4e2cbb0e1a7d3f", """
            --5dfc1c2b1e7f4b5a8a4e2cbb0e1a7d3f
            Content-Disposition: form-data; name="file"; filename*=utf-8''Stra%C3%9Fe.png

            {image}
            --5dfc1c2b1e7f4b5a8a4e2cbb0e1a7d3f--

            """, "Straße.png"),
        new(".NET HttpClient", "multipart/form-data; boundary=\"2f2b4f0c-6f0e-4b7c-9f0d-6b8b8f4f1c11\"", """
            --2f2b4f0c-6f0e-4b7c-9f0d-6b8b8f4f1c11
            Content-Disposition: form-data; name=file; filename="=?utf-8?B?U3RyYcOfZS5wbmc=?="; filename*=utf-8''Stra%C3%9Fe.png

            {image}
            --2f2b4f0c-6f0e-4b7c-9f0d-6b8b8f4f1c11--

            """, "Straße.png"),
        new("Postman", "multipart/form-data; boundary=--------------------------391475867142037245018763", """
            ----------------------------391475867142037245018763
            Content-Disposition: form-data; name="file"; filename="/C:/Users/anna/photo.png"
            Content-Type: image/png

            {image}
            ----------------------------391475867142037245018763--

            """, "photo.png"),
        new("OkHttp", "multipart/form-data; boundary=3c2b9fbe-8f23-4d6d-9a53-0b8a4bd2a3ce", """
            --3c2b9fbe-8f23-4d6d-9a53-0b8a4bd2a3ce
            Content-Disposition: form-data; name="file"; filename="photo.png"
            Content-Type: multipart/form-data
            Content-Length: 12

            {image}
            --3c2b9fbe-8f23-4d6d-9a53-0b8a4bd2a3ce--

            """, "photo.png"),
        new("Go mime/multipart", "multipart/form-data; boundary=2b4c1f7e8d9a0b3c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2", """
            --2b4c1f7e8d9a0b3c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2
            Content-Disposition: form-data; name="file"; filename="say \"cheese\".png"
            Content-Type: application/octet-stream

            {image}
            --2b4c1f7e8d9a0b3c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2--

            """, "say \"cheese\".png"),
    ];
}

using ImageService.Local;

await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Port = 4566, RequestLog = Console.Out });
Console.WriteLine(cloud.Endpoint);
await Task.Delay(Timeout.Infinite);

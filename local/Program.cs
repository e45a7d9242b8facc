return await ImageService.Local.CommandLine.RunAsync(args, Console.Out, Console.Error);

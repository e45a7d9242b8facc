using ImageService.Local;

return await CommandLine.Root().Parse(args).InvokeAsync();

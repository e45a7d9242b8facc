using System.CommandLine;
using ImageService.Local;

// Longer than a clean stop takes: then the program is ended where it is.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(25) };
return await CommandLine.Root().Parse(args).InvokeAsync(configuration);

using System.CommandLine;
using ImageService.Local;

// Signals are handled by StopSignals alone.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await CommandLine.Root().Parse(args).InvokeAsync(configuration);

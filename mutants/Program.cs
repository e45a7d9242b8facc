using ImageService.Mutants;
using ImageService.Mutants.Testing;

// A worker has the packages of the suite, and no others.
return args is ["worker", var suite, var mutated, .. var more] ? Worker.Run(suite, mutated, more.FirstOrDefault(), [.. more.Skip(1)]) : await CommandLine.RunAsync(args);

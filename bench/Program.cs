using System.CommandLine;
using ImageService.Bench;
using ImageService.Bench.ColdStarts;
using ImageService.Bench.Throughput;

var items = new Option<int>("--items") { Description = "How many images are listed.", DefaultValueFactory = _ => 1_000_000 };
items.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < Paging.Fewest)
        result.AddError($"--items must be at least {Paging.Fewest}: fewer pages cannot be compared.");
});
var megabytes = new Option<int>("--megabytes") { Description = "How large the image is.", DefaultValueFactory = _ => 200 };

var paging = new Command("paging", "What the first page of a listing costs, and the last.") { items };
paging.SetAction((parsed, _) => Paging.RunAsync(parsed.GetValue(items)));
var large = new Command("large", "How much memory an image takes that goes through presigned URLs.") { megabytes };
large.SetAction((parsed, _) => LargeImage.RunAsync(parsed.GetValue(megabytes)));
var count = new Option<int>("--count") { Description = "How many images are sent at once.", DefaultValueFactory = _ => 48 };
var uploads = new Command("uploads", "How much memory uploads in JSON take that come at once.") { count };
uploads.SetAction((parsed, _) => Uploads.RunAsync(parsed.GetValue(count)));
var width = new Option<int>("--width") { Description = "How wide the variants are: one of the sizes that there are.", DefaultValueFactory = _ => 640 };
var variants = new Command("variants", "What variants cost, made and read again, in downloads of their originals.") { width };
variants.SetAction((parsed, _) => VariantCosts.RunAsync(parsed.GetValue(width)));

var start = new Command("start", "How long local takes to its first answer.");
start.SetAction((_, _) => StartTime.RunAsync());

var root = new RootCommand("Measures the service on an embedded cloud. What is compared is measured in one run.") { paging, large, uploads, variants, start, ColdStartCommand.Make(), SizesCommand.Make(), AllocationsCommand.Make() };
BenchCommand.AddTo(root);
return await root.Parse(args).InvokeAsync();

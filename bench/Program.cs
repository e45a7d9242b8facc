using System.CommandLine;
using ImageService.Bench;

var items = new Option<int>("--items") { Description = "How many images are listed.", DefaultValueFactory = _ => 1_000_000 };
items.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < Paging.Fewest)
        result.AddError($"--items is at least {Paging.Fewest}: fewer pages cannot be compared.");
});
var megabytes = new Option<int>("--megabytes") { Description = "How large the image is.", DefaultValueFactory = _ => 200 };

var paging = new Command("paging", "What the first page of a listing costs, and the last.") { items };
paging.SetAction((parsed, _) => Paging.RunAsync(parsed.GetValue(items)));
var large = new Command("large", "How much memory an image takes that goes through presigned URLs.") { megabytes };
large.SetAction((parsed, _) => LargeImage.RunAsync(parsed.GetValue(megabytes)));

return await new RootCommand("Measures the service on an embedded cloud in this process. What is compared is measured in one run.") { paging, large }
    .Parse(args).InvokeAsync();

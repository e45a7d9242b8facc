using System.Collections.Concurrent;
using System.Text.Json;
using NUnit.Framework.Constraints;
using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>A visitor of the gallery, in a separate window. What goes wrong in its script fails the test at the end.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly ConcurrentQueue<string> _faults = [];

    private Visit(IBrowserContext window, IPage page)
    {
        _window = window;
        Page = page;
        // A slow machine takes its time; a page that is broken fails all the same.
        page.DefaultTimeout = 60_000;
        page.PageError += (_, fault) => _faults.Enqueue(fault.Message);
        page.Console += (_, said) =>
        {
            // A picture or a request that fails is said too, and is what some tests are about.
            if (said.Message.Type == ConsoleType.Error && !said.Message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Enqueue(said.Message.Text);
        };
    }

    /// <summary>The page, for what has no method here.</summary>
    public IPage Page { get; }

    /// <summary>Opens the gallery.</summary>
    /// <param name="query">The filters, as the address holds them: <c>?owner=anna</c>.</param>
    /// <param name="api">The API whose gallery it is; null for the shared one.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="dark">Whether the system is in dark mode.</param>
    /// <param name="prepare">What happens before the page is opened.</param>
    public static async Task<Visit> StartAsync(string query = "", ApiClient? api = null, int width = 1280, bool dark = false, Func<Visit, Task>? prepare = null)
    {
        var window = await Browser.OpenAsync();
        var visit = new Visit(window, await window.NewPageAsync());
        await visit.Page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 800 });
        await visit.Page.EmulateFocusedPageAsync(true);
        await visit.Page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = dark ? "dark" : "light" }]);
        await visit.Page.EvaluateExpressionOnNewDocumentAsync(
            """
            window.said = [];
            new MutationObserver(() => {
              const toast = document.querySelector('#toast');
              if (toast?.textContent && toast.checkVisibility()) said.push(toast.textContent);
            }).observe(document, { childList: true, subtree: true });
            """);
        // Where the API under test needs a key, it was asked for already.
        if ((api ?? Api).ApiKey is { } key)
            await visit.Page.EvaluateExpressionOnNewDocumentAsync($"sessionStorage.setItem('api-key', {JsonSerializer.Serialize(key)});");
        if (prepare is not null)
            await prepare(visit);
        await visit.Page.GoToAsync($"{(api ?? Api).BaseUrl.ToString().TrimEnd('/')}/{query}");
        await visit.Until("!document.querySelector('.blank') || document.querySelector('#door').open");
        return visit;
    }

    /// <summary>Answers some requests of the page in place of the API.</summary>
    /// <param name="answer">False lets the request through.</param>
    public async Task Answer(Func<IRequest, Task<bool>> answer)
    {
        await Page.SetRequestInterceptionAsync(true);
        Page.AddRequestInterceptor(async request =>
        {
            if (!await answer(request))
                await request.ContinueAsync(new Payload(), 0);
        });
    }

    public Task Click(string selector) => Page.EvaluateFunctionAsync(
        "selector => { const found = document.querySelector(selector); if (!found) throw new Error(`There is no ${selector}`); found.click(); }", selector);

    /// <summary>Clicks the button with this text.</summary>
    public Task Press(string text, string within = "body") => Page.EvaluateFunctionAsync(
        """
        (text, within) => {
          const found = [...document.querySelectorAll(`${within} button`)].find(button => button.textContent === text && button.checkVisibility());
          if (!found) throw new Error(`There is no button ${text}`);
          found.click();
        }
        """,
        text,
        within);

    /// <summary>Downloads the image that is open.</summary>
    /// <returns>The file that the browser saved.</returns>
    public async Task<(string Name, byte[] Bytes)> Download(DirectoryInfo folder)
    {
        var session = await Page.CreateCDPSessionAsync();
        await session.SendAsync("Browser.setDownloadBehavior", new { behavior = "allow", browserContextId = _window.Id, downloadPath = folder.FullName });
        await Press("Download");
        var saved = await Eventually.Read(() => Task.FromResult(folder.GetFiles().Where(file => file.Extension is ".png" or ".gif").ToArray()), ((IResolveConstraint)Has.Length.EqualTo(1)).Resolve(), TimeSpan.FromMilliseconds(Page.DefaultTimeout));
        return (saved.Single().Name, await File.ReadAllBytesAsync(saved.Single().FullName));
    }

    /// <summary>Replaces the text of a field, key by key.</summary>
    public async Task Fill(string selector, string text)
    {
        await Page.EvaluateFunctionAsync("selector => { const field = document.querySelector(selector); field.focus(); field.select(); }", selector);
        await Page.Keyboard.PressAsync("Backspace");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Waits until an expression is true.</summary>
    public Task Until(string expression) => WaitFor($"() => {expression}");

    /// <summary>Waits until an element shows a text.</summary>
    public Task UntilShown(string selector, string text) => WaitFor(
        "(selector, text) => [...document.querySelectorAll(selector)].some(found => found.checkVisibility() && found.innerText.includes(text))", selector, text);

    /// <summary>Waits until the page has said something, which it does for a few seconds only.</summary>
    public Task UntilSaid(string text) => WaitFor("text => said.some(word => word.includes(text))", text);

    /// <summary>The names of the images in the grid, in its order.</summary>
    public Task<string[]> Names() => Page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('.tile .name')].map(name => name.textContent)");

    /// <summary>Waits until the grid has these names.</summary>
    public async Task UntilNames(params string[] names)
    {
        try
        {
            await Until($"JSON.stringify([...document.querySelectorAll('.tile .name')].map(name => name.textContent)) === {JsonSerializer.Serialize(JsonSerializer.Serialize(names))}");
        }
        catch (WaitTaskTimeoutException)
        {
            Assert.That(await Names(), Is.EqualTo(names));
        }
    }

    public Task<T> Read<T>(string expression) => Page.EvaluateExpressionAsync<T>(expression);

    public async ValueTask DisposeAsync()
    {
        await _window.CloseAsync();
        Assert.That(_faults, Is.Empty);
    }

    /// <summary>Asks by a clock: frames are skipped by a browser that is busy, and not every change of what is shown is one of the document.</summary>
    private async Task WaitFor(string function, params object[] arguments) =>
        await Page.WaitForFunctionAsync(function, new WaitForFunctionOptions { PollingInterval = 20 }, arguments);
}

using NUnit.Framework.Interfaces;

namespace ImageService.E2E.Gallery;

/// <summary>
/// Tests in a browser. Without one they are skipped, and one line says how to get one. They run one after the other, once all other tests have ended:
/// a browser that has to share two cores with a suite now and then loses a window to its driver.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresBrowserAttribute : Attribute, ITestAction
{
    private const string Reason =
        "The tests of the gallery are skipped: no Chrome or Chromium was found, or CHROME_PATH=none leaves it out. Install one (Debian: apt-get install chromium), or set CHROME_PATH to its program.";

    private static int _told;

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        if (Browser.Path is not null)
            return;
        if (Interlocked.Exchange(ref _told, 1) == 0)
            TestContext.Error.WriteLine(Reason);
        Assert.Ignore(Reason);
    }

    public void AfterTest(ITest test)
    {
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace FailScope.AspNetCore.Tests.Browser;

/// <summary>A status page as a browser shows it.</summary>
internal sealed class BrowserPage(Chromium browser)
{
    /// <summary>Opens an address with these settings.</summary>
    /// <param name="address">The address.</param>
    /// <param name="scheme">The color scheme, <c>light</c> or <c>dark</c>.</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="user">The user; null for an anonymous user.</param>
    internal async Task ShowAsync(Uri address, string scheme = "light", int width = 1280, bool script = true, string? user = null)
    {
        foreach (string domain in (string[])["Page.enable", "Runtime.enable", "Log.enable", "Network.enable", "Accessibility.enable"])
        {
            await browser.CallAsync(domain);
        }

        await browser.CallAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        await browser.CallAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }) });
        await browser.CallAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = !script });
        await browser.CallAsync("Network.setExtraHTTPHeaders", new() { ["headers"] = user is null ? [] : new JsonObject { [StatusApp.HeaderAuthentication.Header] = user } });
        int loads = Loads;
        await browser.CallAsync("Page.navigate", new() { ["url"] = address.ToString() });
        await browser.WaitAsync(() => Task.FromResult(Loads > loads));
    }

    /// <summary>The number of pages that were loaded.</summary>
    internal int Loads => browser.Events("Page.loadEventFired").Length;

    /// <summary>All problems that the browser reports: policy violations, exceptions, failed requests.</summary>
    internal string[] Complaints =>
    [
        .. browser.Events("Log.entryAdded").Select(entry => entry["entry"]!["text"]!.GetValue<string>()),
        .. browser.Events("Runtime.exceptionThrown").Select(thrown => thrown["exceptionDetails"]!.ToJsonString()),
    ];

    /// <summary>The value of an expression, as text.</summary>
    internal async Task<string> EvaluateAsync(string expression)
    {
        JsonNode result = await browser.CallAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(result["exceptionDetails"] is null, result.ToJsonString());
        return result["result"]!["value"]?.ToString() ?? "";
    }

    /// <summary>Waits until an expression is true.</summary>
    internal Task WaitAsync(string expression) => browser.WaitAsync(async () => await EvaluateAsync(expression) == "true");

    internal async Task PressAsync(string key)
    {
        foreach (string type in (string[])["keyDown", "keyUp"])
        {
            await browser.CallAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = key == "Tab" ? 9 : 13, ["text"] = key == "Enter" && type == "keyDown" ? "\r" : "",
            });
        }
    }

    /// <summary>The accessibility tree, as <c>role name</c>.</summary>
    internal async Task<string[]> AccessibleAsync()
    {
        JsonNode tree = await browser.CallAsync("Accessibility.getFullAXTree");
        return [.. tree["nodes"]!.AsArray()
            .Where(node => node!["ignored"]?.GetValue<bool>() == false)
            .Select(node => $"{node!["role"]?["value"]} {node["name"]?["value"]}".Trim())];
    }

    /// <summary>Saves a screenshot of the whole page in <c>artifacts/screenshots</c>.</summary>
    internal async Task<string> KeepPictureAsync(string name)
    {
        int height = int.Parse(await EvaluateAsync("Math.ceil(document.documentElement.getBoundingClientRect().height)"), CultureInfo.InvariantCulture);
        int width = int.Parse(await EvaluateAsync("window.innerWidth"), CultureInfo.InvariantCulture);
        JsonNode picture = await browser.CallAsync("Page.captureScreenshot", new()
        {
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = 1 },
        });
        string folder = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{name}.png");
        await File.WriteAllBytesAsync(file, Convert.FromBase64String(picture["data"]!.GetValue<string>()), TestContext.Current.CancellationToken);
        return file;
    }
}

using System.CommandLine;
using FailScope.Tool.Assemblies;
using FailScope.Tool.Lists;
using FailScope.Tool.Updating;
using Spectre.Console;

namespace FailScope.Tool.Commands;

/// <summary><c>failscope update</c>: downloads a price list into the repository.</summary>
internal sealed class UpdateCommand
{
    /// <summary>A new list with fewer than half of the models is rejected, because it is probably incomplete.</summary>
    private const int LeastShare = 2;

    private static readonly string[] Examples =
    [
        "failscope update prices/openrouter.json --url openrouter",
        "failscope update prices/openrouter.json --catalog src/Shop/Shop.csproj",
        "failscope update prices/own.json --url https://prices.example.com/models.json",
    ];

    private readonly Argument<string> _file = new("file") { Description = "The price list to write, in the repository." };
    private readonly Option<string?> _url = new("--url") { HelpName = "address", Description = $"Where it is published: an https address, or one of {KnownList.Names}. Without it, the format of the existing file decides." };
    private readonly Option<string?> _catalog = new("--catalog") { HelpName = "path", Description = "A project or a built assembly: only changes of its models are shown. A project is not built for this." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change, without writing the file." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the file although the new list has less than half of its models, or another format." };
    private readonly ToolHost _host;

    private UpdateCommand(ToolHost host) => _host = host;

    internal static (Command Command, string[] Examples) Create(ToolHost host)
    {
        var arguments = new UpdateCommand(host);
        var command = new Command("update", "Downloads a published price list into the repository, and shows what changed. A list that cannot be read never replaces one that can.");
        command.Arguments.Add(arguments._file);
        foreach (Option option in new Option[] { arguments._url, arguments._catalog, arguments._dryRun, arguments._force })
        {
            command.Options.Add(option);
        }

        command.SetAction(arguments.RunAsync);
        return (command, Examples);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        string file = arguments.GetValue(_file)!;
        string path = _host.PathOf(file);
        PriceList? before = File.Exists(path) ? ReadBefore(path, arguments.GetValue(_force)) : null;
        Uri address = AddressOf(arguments.GetValue(_url), before);

        // Read before the download, so that a mistake in the arguments is reported at once.
        IReadOnlyList<Model>? used = arguments.GetValue(_catalog) is { } catalog ? await ReadModelsAsync(catalog, cancellationToken) : null;
        byte[] content = await DownloadAsync(address, cancellationToken);
        PriceList after = ListFile.Read(new MemoryStream(content), ListDownload.Display(address));
        if (!arguments.GetValue(_force))
        {
            Compare(before, after, file);
        }

        byte[]? present = before is null ? null : await File.ReadAllBytesAsync(path, cancellationToken);
        if (content.AsSpan().SequenceEqual(present))
        {
            _host.Console.Error.WriteLine($"failscope: {file} is up to date.");
            return (int)ExitCode.Success;
        }

        if (before is not null)
        {
            UpdateReport.Print([.. ListDifference.Between(before, after)], used is null ? null : Uses(used, after), _host.Console.Tables);
        }

        if (arguments.GetValue(_dryRun))
        {
            _host.Console.Error.WriteLine($"failscope: {file} was not changed.");
            return (int)ExitCode.Success;
        }

        await OutputFile.ReplaceAsync(path, (stream, token) => stream.WriteAsync(content, token).AsTask(), cancellationToken);
        _host.Console.Error.WriteLine($"failscope: wrote {file}, {after.Count} models from {ListDownload.Display(address)}.");
        return (int)ExitCode.Success;
    }

    // A file that is not a price list may have been named by mistake, so it is overwritten only with --force.
    private static PriceList? ReadBefore(string path, bool force)
    {
        try
        {
            return ListFile.Read(path);
        }
        catch (ToolException exception)
        {
            return force ? null : throw ToolException.Unreadable($"{exception.Message} Add --force to replace it.");
        }
    }

    private static Uri AddressOf(string? url, PriceList? before)
    {
        string text = url
            ?? Array.Find(KnownList.All, list => list.Format == before?.Format)?.Address
            ?? throw ToolException.Usage($"add --url with the address of the list: an https address, or one of {KnownList.Names}.");
        text = Array.Find(KnownList.All, list => string.Equals(list.Name, text, StringComparison.OrdinalIgnoreCase))?.Address ?? text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            string? nearest = NearestName.Find(text, KnownList.All.Select(list => list.Name));
            throw ToolException.Usage($"'{SafeText.Make(text, 100)}' is neither a URL nor a known list.{(nearest is null ? $" Known lists: {KnownList.Names}." : $" Did you mean '{nearest}'?")}");
        }

        return address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 ? address
            : throw ToolException.Usage("--url takes an https address without a user name.");
    }

    private static void Compare(PriceList? before, PriceList after, string file)
    {
        if (before is null)
        {
            return;
        }

        if (before.Format != after.Format)
        {
            throw ToolException.Unreadable($"{file} is in the format of {before.Format}, but the download is in that of {after.Format}. Add --force to replace it.");
        }

        if (after.Count * LeastShare < before.Count)
        {
            throw ToolException.Unreadable($"the download has {after.Count} models, but {file} has {before.Count}: it may be incomplete. Add --force to replace it.");
        }
    }

    private async Task<IReadOnlyList<Model>> ReadModelsAsync(string catalog, CancellationToken cancellationToken)
    {
        CatalogSource source = await CatalogSource.FindAsync(catalog, _host, new ProjectBuildOptions { SkipsBuild = true }, cancellationToken);
        return [.. source.Load(cancellationToken).SelectMany(catalog => catalog.Models)];
    }

    private static Func<ListDifference, bool> Uses(IReadOnlyList<Model> models, PriceList list)
    {
        HashSet<(string?, string)> used = [.. models.Select(model => (list.ProviderAt(model.Provider.Endpoint.OriginalString), model.Id))];
        return difference => used.Contains((difference.Provider, difference.Id));
    }

    private async Task<byte[]> DownloadAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpMessageHandler network = _host.Network();
        if (!_host.Console.ErrorIsTerminal)
        {
            return await ListDownload.RunAsync(address, network, ListFile.Largest, static (_, _) => { }, cancellationToken);
        }

        return await _host.Console.Progress.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(address.Host)).IsIndeterminate();
                return await ListDownload.RunAsync(address, network, ListFile.Largest, (done, total) =>
                {
                    if (total is { } whole)
                    {
                        task.IsIndeterminate(false).MaxValue(whole);
                    }

                    task.Value = done;
                }, cancellationToken);
            });
    }
}

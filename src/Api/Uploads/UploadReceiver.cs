using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>The one door for files, of the API and of the portal's page.</summary>
public sealed class UploadReceiver(UploadStore store, UploadRunner runner, AreaScope scope, UploadEffects effects, ILogger<UploadReceiver> log)
{
    const int LongestKey = 200;
    static readonly ContractCatalogue Contracts = ContractCatalogue.BuiltIn();

    /// <summary>Sources that files may be sent for, in the order of their names.</summary>
    public static IReadOnlyList<Contract> Sources { get; } = Contracts.All.Where(contract => !contract.WrittenHere).OrderBy(contract => contract.Source, StringComparer.Ordinal).ToList();

    /// <summary>Whether this process takes files.</summary>
    public bool IsOpen => runner.CanLoad;

    internal async Task<(Upload? Upload, Problem? Problem)> Receive(string source, IFormFile? file, string key, CancellationToken cancel)
    {
        if (!IsOpen) return (null, new Problem("uploads-closed", ProblemKinds.All["uploads-closed"].Fix.Zh, ProblemKinds.All["uploads-closed"].Fix.En));
        var errors = new List<ProblemError>();
        if (!Sources.Any(known => known.Source == source))
            errors.Add(new ProblemError("#/source", source.Length == 0 ? "required" : "value",
                $"没有数据源“{source}”，可用：{string.Join("、", Sources.Select(x => x.Source))}。",
                $"There is no source '{source}'{NearestName.Hint(source, Sources.Select(x => x.Source))}; expected one of {string.Join(", ", Sources.Select(x => x.Source))}."));
        if (file is null or { Length: 0 }) errors.Add(new ProblemError("#/file", "required", "没有选择文件，或者文件是空的。", "No file was sent, or it is empty."));
        if (key.Length > LongestKey) errors.Add(new ProblemError("#/headers/Idempotency-Key", "length", $"Idempotency-Key 不得超过 {LongestKey} 个字符。", $"Idempotency-Key may have {LongestKey} characters at most."));
        if (errors.Count > 0)
            return (null, new Problem("invalid-parameter", string.Join(" ", errors.Select(e => e.MessageZh)), string.Join(" ", errors.Select(e => e.MessageEn))) { Errors = errors });

        var reader = scope.Reader!;
        // A name may come with a folder of the sender's machine; only its last part counts.
        var name = Path.GetFileName(file!.FileName.Replace('\\', '/'));
        var described = new Upload("", source, name, 0, "", reader.Name, reader.Role == Role.City ? reader.AreaCode : null, key.Length == 0 ? null : key, default, UploadState.Received, null);
        described = described with { Before = described.City is { } city ? effects.Standing(city) : null };
        await using var content = file.OpenReadStream();
        if (await store.Receive(content, described, cancel) is not var (upload, isNew))
            return (null, new Problem("idempotency-conflict", $"Idempotency-Key“{key}”已用于另一个文件。", $"The Idempotency-Key '{key}' was used for another file."));
        if (isNew)
        {
            Log.Uploaded(log, reader.Name, source, upload.Id, upload.Bytes);
            runner.Take(upload);
        }
        return (upload, null);
    }
}

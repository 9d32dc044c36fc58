using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Webhooks;

/// <summary>Webhooks and what is to be sent to them, one folder each, so that a restart forgets nothing.</summary>
public sealed class WebhookStore(IOptions<WarehouseOptions> options)
{
    readonly string folder = Path.Combine(options.Value.Folder, "webhooks");
    readonly Lock changing = new();

    public IReadOnlyList<Webhook> All() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(place => Read<Webhook>(Path.Combine(place, "webhook.json"))).OfType<Webhook>().ToList()
        : [];

    public Webhook? Find(string id) => IsId(id) ? Read<Webhook>(Path.Combine(folder, id, "webhook.json")) : null;

    public void Add(Webhook webhook) => Write(Path.Combine(folder, webhook.Id, "webhook.json"), webhook);

    public void Remove(Webhook webhook) => Directory.Delete(Path.Combine(folder, webhook.Id), recursive: true);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Delivery> Deliveries(Webhook webhook) => Directory.Exists(Events(webhook))
        ? Directory.EnumerateFiles(Events(webhook), "*.json").OrderDescending(StringComparer.Ordinal).Select(Read<Delivery>).OfType<Delivery>().ToList()
        : [];

    public Delivery? FindDelivery(Webhook webhook, string id) => IsId(id) ? Read<Delivery>(Path.Combine(Events(webhook), id + ".json")) : null;

    /// <summary>Keeps how an event stands; an event of a webhook that is gone is forgotten with it.</summary>
    public void Save(Webhook webhook, Delivery delivery)
    {
        if (Directory.Exists(Path.Combine(folder, webhook.Id))) Write(Path.Combine(Events(webhook), delivery.Id + ".json"), delivery);
    }

    /// <summary>The release that was told of last; null before the first.</summary>
    public string? Told
    {
        get => File.Exists(Path.Combine(folder, "told")) ? File.ReadAllText(Path.Combine(folder, "told")) : null;
        set => File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, "told"), value);
    }

    string Events(Webhook webhook) => Path.Combine(folder, webhook.Id, "events");

    static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    void Write<T>(string file, T value)
    {
        lock (changing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(value, JsonText.Options));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite); // it holds a secret
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    static T? Read<T>(string file) where T : class => File.Exists(file) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), JsonText.Options) : null;
}

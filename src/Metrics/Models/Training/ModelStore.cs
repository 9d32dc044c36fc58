using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models.Training;

/// <summary>A model as it is kept: its number, what it was made from, how wrong it was, and when.</summary>
public sealed record KeptModel(string Model, int Number, ModelStamp Stamp, int Rows, DateTime TrainedAt, bool InUse);

/// <summary>What a training did to the store.</summary>
/// <param name="Kept">The model now in use; null when there is none.</param>
public sealed record TrainingOutcome(string Model, BilingualText Status, bool IsNew, KeptModel? Kept);

/// <summary>
/// Every model ever trained, one folder each, never changed: <c>models/NAME/3/</c> holds its files and its stamp; <c>models/NAME/in-use</c> names the one in
/// use. Rolling back changes that name and nothing else.
/// </summary>
public sealed class ModelStore(string folder, TimeProvider clock)
{
    const string StampFile = "model.json";
    const string InUseFile = "in-use";
    const string StatusFile = "last-training.json";

    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps what was trained and takes it into use. The same data and version give no second model, and a failed training leaves all as it is.</summary>
    public TrainingOutcome Keep(Training training)
    {
        ArgumentNullException.ThrowIfNull(training);
        var home = Path.Combine(folder, training.Model);
        Directory.CreateDirectory(home);
        File.WriteAllText(Path.Combine(home, StatusFile), JsonSerializer.Serialize(training.Status, Readable));
        if (training is not { Stamp: { } stamp, Write: { } write }) return new(training.Model, training.Status, IsNew: false, InUse(training.Model));
        var all = All(training.Model);
        if (all.LastOrDefault(kept => kept.Stamp.InputHash == stamp.InputHash && kept.Stamp.Version == stamp.Version) is { } same)
            return new(training.Model, new() { Zh = $"数据与第{same.Number}号模型相同，不另立模型", En = $"unchanged: the data is that of model {same.Number}" }, IsNew: false, InUse(training.Model));
        var number = all.Count == 0 ? 1 : all[^1].Number + 1;
        var unfinished = Path.Combine(home, $"unfinished-{Guid.NewGuid():N}");
        Directory.CreateDirectory(unfinished);
        var made = new KeptModel(training.Model, number, stamp, training.Rows, clock.GetUtcNow().UtcDateTime, false);
        write(made, unfinished);
        File.WriteAllText(Path.Combine(unfinished, StampFile), JsonSerializer.Serialize(made, Readable));
        Directory.Move(unfinished, FolderOf(training.Model, number));
        Use(training.Model, number);
        return new(training.Model, training.Status, IsNew: true, InUse(training.Model));
    }

    /// <summary>The models of this name, oldest first.</summary>
    public IReadOnlyList<KeptModel> All(string model)
    {
        var home = Path.Combine(folder, model);
        if (!Directory.Exists(home)) return [];
        var used = File.Exists(Path.Combine(home, InUseFile)) ? File.ReadAllText(Path.Combine(home, InUseFile)) : "";
        return [.. Directory.EnumerateDirectories(home).Select(kept => Path.Combine(kept, StampFile)).Where(file => File.Exists(file) && !file.Contains("unfinished-", StringComparison.Ordinal))
            .Select(file => JsonSerializer.Deserialize<KeptModel>(File.ReadAllText(file), Readable)!)
            .Select(kept => kept with { InUse = Text(kept.Number) == used }).OrderBy(kept => kept.Number)];
    }

    public KeptModel? InUse(string model) => All(model).FirstOrDefault(kept => kept.InUse);

    /// <summary>What the last training of this name said; null when there was none.</summary>
    public BilingualText? LastStatus(string model) => Path.Combine(folder, model, StatusFile) is var file && File.Exists(file)
        ? JsonSerializer.Deserialize<BilingualText>(File.ReadAllText(file), Readable)
        : null;

    public string FolderOf(string model, int number) => Path.Combine(folder, model, Text(number));

    /// <summary>Takes an earlier model into use again.</summary>
    /// <param name="number">The one before that in use when null.</param>
    /// <returns>The model now in use, or null when there is no such one; then nothing was changed.</returns>
    public KeptModel? RollBack(string model, int? number = null)
    {
        var all = All(model);
        var used = all.FirstOrDefault(kept => kept.InUse);
        var target = number is { } wanted ? all.FirstOrDefault(kept => kept.Number == wanted) : all.LastOrDefault(kept => kept.Number < used?.Number);
        if (target is null) return null;
        Use(model, target.Number);
        return target with { InUse = true };
    }

    void Use(string model, int number)
    {
        var pointer = Path.Combine(folder, model, InUseFile);
        File.WriteAllText(pointer + ".new", Text(number));
        File.Move(pointer + ".new", pointer, overwrite: true); // a reader sees the old name or the new one, never half of one
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Screening;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Definitions;
using Training = DemoCityAnalytics.Metrics.Models.Training.Training;

namespace DemoCityAnalytics.Metrics.Tests.Models.TrainingTests;

public sealed class ModelStoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("dca-models-").FullName;
    readonly ModelStore store;

    public ModelStoreTests() => store = new(folder, TimeProvider.System);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static BilingualText Text(string text) => new() { Zh = text, En = text };

    static Training Made(string data) => new("try", new ModelStamp("try", "1", "2024-01", "2024-12", ModelStamp.Hash([data]), Text("1 of 2 right")), 7, Text("trained"),
        (_, target) => File.WriteAllText(Path.Combine(target, "model.txt"), data));

    [Fact]
    public void NewData_GivesANewModel_TheSameDataNone()
    {
        Assert.Equal((true, 1), (store.Keep(Made("a")).IsNew, store.InUse("try")!.Number));
        Assert.Equal((false, 1), (store.Keep(Made("a")).IsNew, store.InUse("try")!.Number));
        Assert.Equal((true, 2), (store.Keep(Made("b")).IsNew, store.InUse("try")!.Number));

        Assert.Equal("b", File.ReadAllText(Path.Combine(store.FolderOf("try", 2), "model.txt")));
        Assert.Equal(("1 of 2 right", 7, "2024-01"), (store.InUse("try")!.Stamp.Error.En, store.InUse("try")!.Rows, store.InUse("try")!.Stamp.TrainedFrom));
    }

    [Fact]
    public void RollBack_TakesTheEarlierOneIntoUse_AndForthAgain()
    {
        store.Keep(Made("a"));
        store.Keep(Made("b"));

        Assert.Equal(1, store.RollBack("try")!.Number);
        Assert.Equal(1, store.InUse("try")!.Number);
        Assert.Null(store.RollBack("try"));
        Assert.Null(store.RollBack("try", 9));
        Assert.Equal(2, store.RollBack("try", 2)!.Number);
        Assert.Equal(2, store.All("try").Count);
    }

    [Fact]
    public void FailedTraining_SaysWhy_AndLeavesTheModelInUse()
    {
        store.Keep(Made("a"));

        var outcome = store.Keep(new Training("try", null, 0, Text("no model: 3 rows; expected 500"), null));

        Assert.Equal(("no model: 3 rows; expected 500", false, 1), (outcome.Status.En, outcome.IsNew, outcome.Kept!.Number));
        Assert.Equal("no model: 3 rows; expected 500", store.LastStatus("try")!.En);
    }

    [Fact]
    public void TrainingThatBreaksOff_LeavesNoHalfModel()
    {
        store.Keep(Made("a"));

        Assert.Throws<InvalidOperationException>(() => store.Keep(Made("b") with { Write = (_, _) => throw new InvalidOperationException("disk full") }));

        Assert.Equal([1], store.All("try").Select(kept => kept.Number));
    }

    [Fact]
    public void PostingText_FromNoSentences_GivesAStatus_NotAModel()
    {
        var training = ModelTraining.TrainPostingText([]);

        Assert.Null(training.Stamp);
        Assert.Equal(
            ("没有得出模型：只有0个例句，5份中每份至少要有两类例句", "no model: 0 sentences; expected sentences of at least two labels in each of 5 folds"),
            (training.Status.Zh, training.Status.En));
    }

    /// <summary>Two trainings on the same sentences judge every sentence alike, to the last bit.</summary>
    [Fact]
    public void PostingText_IsTheSameEveryTime()
    {
        var examples = ScreeningModel.Examples();
        using var first = TextClassifier.Train(examples);
        using var second = TextClassifier.Train(examples);

        Assert.All(examples, example => Assert.Equal(first.Top(example.Text, 3), second.Top(example.Text, 3)));
    }

    [Fact]
    public void PostingText_SavedAndOpened_JudgesAsBefore()
    {
        var file = Path.Combine(folder, "model.zip");
        using var trained = TextClassifier.Train(ScreeningModel.Examples());
        trained.Save(file);
        using var opened = TextClassifier.Open(file);

        Assert.Equal(trained.Top("宝妈不考虑", 3), opened.Top("宝妈不考虑", 3));
    }

    /// <summary>What it is there for: sentences without any of the rules' words, kept back from training.</summary>
    [Fact]
    public void PostingText_FindsWhatTheRulesMiss()
    {
        using var model = new ScreeningModel(TextClassifier.Train([.. ScreeningModel.Examples().Where(example => ScreeningModel.FoldOf(example) != 0)]));
        var rules = new PostingScreen(ScreeningRules.BuiltIn());
        var kept = ScreeningModel.Examples().Where(example => ScreeningModel.FoldOf(example) == 0).ToList();

        Assert.True(kept.Count(example => example.Label != "none" && rules.Screen(example.Text).Count == 0 && model.Judge(example.Text) is not null) > 0, "finds nothing that the rules miss");
        Assert.InRange(kept.Count(example => example.Label == "none" && model.Judge(example.Text) is not null), 0, 3);
    }
}

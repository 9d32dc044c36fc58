using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>What a page takes from the database of rounds beside its figures, which stay readable while that database is lost.</summary>
static class Reachable
{
    public static async Task<T> OrElse<T>(Task<T> asked, T otherwise)
    {
        try
        {
            return await asked;
        }
        catch (Exception e) when (StateStore.IsUnreachable(e))
        {
            return otherwise;
        }
    }
}

using System.Runtime.CompilerServices;
using RecoveryCoP.Node.Accounts;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Agenda items that somebody presents. Who does is typed, and need not be a member: the name they go by is all there is to find them with.</summary>
internal static class PresentedItems
{
    // A name of two letters stands in many others.
    private const int ShortestName = 3;

    /// <summary>Those of some plans, each with what the plan is of.</summary>
    /// <param name="accounts">Knows the name.</param>
    /// <param name="person">Whose.</param>
    /// <param name="plans">Plans in which a name stands.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<(T Of, AgendaItem Item)> Of<T>(
        AccountStore accounts, Guid person, Func<string, IAsyncEnumerable<(T Of, MeetingPlan Plan)>> plans, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await accounts.Find(person, cancellationToken) is not { Name: { Length: >= ShortestName } name })
        {
            yield break;
        }

        await foreach (var (of, plan) in plans(name).WithCancellation(cancellationToken))
        {
            foreach (var item in plan.Items.Where(i => i.Presenter.Contains(name, StringComparison.Ordinal)))
            {
                yield return (of, item);
            }
        }
    }
}

using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>What somebody would like to try; the practices are others' words, so it names their pages alone.</summary>
internal sealed class IntentionData(IntentionQueries intentions) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["intentions all"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Intention>(
            "intentions", IntentionText.Mine, cancel => Mine(person, cancel),
            new("at", PersonalLabels.When, i => i.At),
            new("page", PersonalLabels.Page, i => new Link(WantedPractices.PathOf(i.Practice))),
            new("answeredAt", IntentionText.AskTitle, i => i.AnsweredAt),
            new("begun", IntentionText.Begun, i => i.State == IntentionState.Begun),
            new("why", IntentionText.Why, i => i.Why is { } why ? Coded.Of(IntentionText.Reasons, why) : null)),
    ];

    private async IAsyncEnumerable<Intention> Mine(Guid person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var one in (await intentions.Of(person, cancellationToken)).All)
        {
            yield return one;
        }
    }
}

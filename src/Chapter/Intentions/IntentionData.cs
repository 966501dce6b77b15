using RecoveryCoP.Chapter.Practices;
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
            "intentions", IntentionText.Mine, async cancel => (await intentions.Of(person, cancel)).All,
            new("at", PersonalLabels.When, i => i.At),
            new("page", PersonalLabels.Page, i => new Link(NamedPractices.PathOf(i.Practice))),
            new("state", IntentionText.AskTitle, i => Coded.Of(IntentionText.States, i.State)),
            new("answeredAt", IntentionText.AnsweredAt, i => i.AnsweredAt),
            new("askAt", IntentionText.NextAsked, i => i.AskAt),
            new("putOff", IntentionText.NotYet, i => i.WasPutOff),
            new("why", IntentionText.Why, i => i.Why is { } why ? Coded.Of(IntentionText.Reasons, why) : null)),
    ];
}

using System.Runtime.CompilerServices;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>That somebody brought along what a group had before, or took it back.</summary>
internal sealed class MovingData(MoveQueries moves) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["move-in by", "move-in undoneBy"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<MoveIn>(
            "moves-in", new("Ce que vous avez repris d’un groupe qui existait avant, ou annulé", "What you brought along from a group that existed before, or undid"), cancel => Those(person, cancel),
            new("what", new("Quoi", "What"), m => new Coded(m.What.ToString(), m.What switch { MoveKind.Roster => MovingText.Roster, MoveKind.Meetings => MovingText.Meetings, _ => MovingText.Documents })),
            new("at", PersonalLabels.When, m => m.At),
            new("count", new("Combien", "How many"), m => m.MadeCount),
            new("undone", MovingText.IsUndone, m => m.UndoneBy == person)),
    ];

    private async IAsyncEnumerable<MoveIn> Those(Guid person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var move in (await moves.Last(cancellationToken)).Where(m => m.By == person || m.UndoneBy == person))
        {
            yield return move;
        }
    }
}

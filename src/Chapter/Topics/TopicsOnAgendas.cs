using RecoveryCoP.Chapter.Meetings;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>The backlog as an agenda that is being planned can take from it.</summary>
internal sealed class TopicsOnAgendas(TopicQueries topics) : IAgendaSource
{
    // More than anybody reads through beside a plan.
    private const int Most = 60;

    public async Task<IReadOnlyList<AgendaOffer>> Offers(Actor reader, CancellationToken cancellationToken) =>
        [.. (await topics.Backlog(reader, 1, Most, cancellationToken)).Select(t => new AgendaOffer(t.Id, t.Title, t.Words, t.Language, t.Stream, TopicText.Interest(t.Interest)))];
}

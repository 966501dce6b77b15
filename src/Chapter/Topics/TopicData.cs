using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Topics.Pages;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>What somebody proposed for meetings, what interests them, and what they answered others.</summary>
internal sealed class TopicData(RecordsNaming records) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["topic proposer", "topic content", "topic declined", "topic interested"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Topic>(
            "topics", TopicText.Yours, cancel => Naming(person, cancel).Where(t => t.Proposer == person),
            new("proposedAt", PersonalLabels.When, t => t.ProposedAt),
            new("title", TopicText.FormTitle, t => t.Content.Title),
            new("words", TopicText.FormWords, t => t.Content.Words),
            new("language", PersonalLabels.Language, t => Coded.InLanguage(t.Content.Language)),
            new("stream", TopicText.FormStream, t => Coded.Of(MeetingCodes.Streams, t.Content.Stream)),
            new("showsName", TopicText.FormName, t => t.Content.ShowsName),
            new("keptAt", TopicText.IsKept, t => t.KeptAt),
            new("treatedAt", TopicText.Done, t => t.Treated?.At),
            new("declinedAt", TopicText.IsDeclined, t => t.Declined?.At),
            new("answer", new("La réponse que vous avez reçue", "The answer that you got"), t => t.Declined?.Words),
            new("page", PersonalLabels.Page, PageOf)),
        new PersonalPart<(Topic Topic, Interest Interest)>(
            "topics-of-interest", new("Les sujets qui vous intéressent", "The topics that interest you"),
            cancel => Naming(person, cancel).SelectMany(t => t.Interested.Where(i => i.Member == person).Select(i => (t, i))),
            new("at", PersonalLabels.When, i => i.Interest.At),
            new("page", PersonalLabels.Page, i => PageOf(i.Topic))),
        new PersonalPart<Topic>(
            "topics-answered", new("Ce que vous avez répondu à des sujets que l’on n’a pas retenus", "What you answered where topics were not taken up"), cancel => Naming(person, cancel).Where(t => t.Declined?.By == person),
            new("at", PersonalLabels.When, t => t.Declined!.At),
            new("words", new("Votre réponse", "Your answer"), t => t.Declined!.Words),
            new("page", PersonalLabels.Page, PageOf)),
    ];

    private static Link PageOf(Topic topic) => new(PagePath.Of<TopicPage>(topic.Id));

    private IAsyncEnumerable<Topic> Naming(Guid person, CancellationToken cancellationToken) => records.Of<Topic>(Topic.Kind, person, cancellationToken);
}

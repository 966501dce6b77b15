using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>Topics that a template brings. They are nobody's: whoever plans meetings may change them. What is or was on an agenda is left alone.</summary>
internal sealed class TopicsFromTemplate(TopicQueries topics, IGrainFactory grains) : ITemplatePart
{
    public TemplateKind Kind => TemplateKinds.Topic;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        var ours = new List<TemplateItem>();
        foreach (var id in ids)
        {
            if (await topics.Find(work.RecordOf(Kind.Name, id), cancellationToken) is { } found)
            {
                ours.Add(ItemOf(id, found.Topic.Content, work.Language));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var record = work.RecordOf(Kind.Name, change.Id);
        return await topics.Find(record, cancellationToken) is { Standing: TopicStanding.OnAgenda or TopicStanding.Treated } found && ItemOf(change.Id, found.Topic.Content, work.Language) != change.After
            ? TemplateRefusals.InUse
            : await grains.GetGrain<ITopicGrain>(record).Do(new SetTemplateTopic(work.Actor, ContentOf(change.Before, work.Language), ContentOf(change.After, work.Language)));
    }

    private static TemplateItem ItemOf(string id, TopicContent content, Language language) => new TemplateItem(TemplateKinds.Topic.Name, id)
        .With("title", content.Title).With("words", content.Words).With("stream", Options<TopicStream>.CodeOf(content.Stream)).Only(language);

    private static TopicContent? ContentOf(TemplateItem? item, Language language) => item is null ? null : new()
    {
        Title = item.In(language, "title"),
        Words = item.In(language, "words"),
        Language = language.Code,
        Stream = MeetingCodes.Streams.ValueOf(item.Code("stream")) ?? default,
    };
}

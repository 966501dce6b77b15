using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>Proposing topics, being interested too, answering, and commenting on topics and practices.</summary>
internal sealed class TopicScenes(IGrainFactory grains)
{
    private static readonly TimeSpan aDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan anHour = TimeSpan.FromHours(1);

    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage) =>
    [
        .. stage.Sample.Topics.Topics.SelectMany(t => Of(stage, t)),
        .. stage.Sample.Topics.Practices.SelectMany(p => Comments(stage, PracticeFile.PathOf(p.Practice), Practice.Kind, p.Comments)),
    ];

    private IEnumerable<Scene> Of(Stage stage, TopicFile topic)
    {
        var (key, proposed) = (TopicsFile.KeyOf(topic.Key), stage.Calendar.WeeksAgo(topic.WeeksAgo));
        var facilitator = stage.Holder(ChapterRoles.Facilitator).Key;
        yield return new(proposed, key, _ => Propose(stage, topic, key));
        foreach (var (index, member) in topic.MeToo.Index())
        {
            yield return new(proposed + aDay + (index * anHour), key, _ => Grain(stage, key).Do(new SayMeToo(stage.Actor(member))));
        }

        if (topic.Kept)
        {
            yield return new(proposed + (6 * aDay), key, _ => Grain(stage, key).Do(new KeepTopic(stage.Actor(facilitator))));
        }

        if (topic.Declined is { } declined)
        {
            yield return new(stage.Calendar.WeeksAgo(declined.WeeksAgo), key, _ => Grain(stage, key).Do(new DeclineTopic(stage.Actor(facilitator), TypedText.Plain(declined.Words))));
        }

        foreach (var scene in Comments(stage, key, Topic.Kind, topic.Comments))
        {
            yield return scene;
        }
    }

    private Task<Result> Propose(Stage stage, TopicFile topic, string key)
    {
        stage.Enter(key, stage.NewId());
        return Grain(stage, key).Do(new ProposeTopic(stage.Actor(topic.By), topic.ToForm().ToContent(topic.Language)));
    }

    // In the evening: whatever was written about is there by then, also when it was written on the same day.
    private IEnumerable<Scene> Comments(Stage stage, string key, string about, IReadOnlyList<CommentFile> comments) => comments.Index().Select(c => new Scene(
        stage.Calendar.WeeksAgo(c.Item.WeeksAgo) + (8 * anHour) + (c.Index * anHour / 10),
        key,
        _ => grains.GetGrain<ICommentThreadGrain>(stage.Id(key)).Do(new WriteComment(stage.Actor(c.Item.By), about, stage.NewId(), c.Item.ToForm().ToContent(c.Item.Language)))));

    private ITopicGrain Grain(Stage stage, string key) => grains.GetGrain<ITopicGrain>(stage.Id(key));
}

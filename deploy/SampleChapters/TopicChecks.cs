using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>What is wrong with a sample's topics and comments: whom and what they name, in which order, and what no form would take.</summary>
internal static class TopicChecks
{
    /// <summary>Everything at fault.</summary>
    public static IEnumerable<Refusal> Of(SampleFolder sample)
    {
        var topics = sample.Topics.Topics;
        return
        [
            .. topics.Index().Where(t => topics.Take(t.Index).Any(earlier => earlier.Key == t.Item.Key)).Select(t => At($"topics[{t.Index}].key", "sample.twice", t.Item.Key)),
            .. topics.Index().SelectMany(t => Of(sample, $"topics[{t.Index}]", t.Item)),
            .. sample.Topics.Practices.Index().SelectMany(p => Of(sample, $"practices[{p.Index}]", p.Item)),
        ];
    }

    private static IEnumerable<Refusal> Of(SampleFolder sample, string at, TopicFile topic) =>
    [
        .. TopicForm.Validator.Errors(topic.ToForm()).Select(error => SampleRefusals.At(TopicsFile.Name, $"{at}.{SampleChecks.InFile(error.Field)}", error)),
        .. Language($"{at}.language", topic.Language),
        .. Member(sample, $"{at}.by", topic.By, topic.WeeksAgo),
        .. topic.MeToo.SelectMany(key => Member(sample, $"{at}.meToo", key, topic.WeeksAgo)),
        .. topic.MeToo.Contains(topic.By) ? [At($"{at}.meToo", "sample.unknown", topic.By)] : Array.Empty<Refusal>(),
        .. topic.Declined is { } declined && declined.WeeksAgo >= topic.WeeksAgo ? [At($"{at}.declined", "sample.too-early", topic.Key)] : Array.Empty<Refusal>(),
        .. Comments(sample, at, topic.Comments, topic.WeeksAgo, topic.Key),
    ];

    private static IEnumerable<Refusal> Of(SampleFolder sample, string at, CommentedPractice commented) =>
        sample.Originals.FirstOrDefault(p => p.Key == commented.Practice) is { Chapter: { } shown }
            ? Comments(sample, at, commented.Comments, shown, commented.Practice)
            : [At($"{at}.practice", "sample.no-such-practice", commented.Practice)];

    private static IEnumerable<Refusal> Comments(SampleFolder sample, string at, IReadOnlyList<CommentFile> comments, int since, string about) => comments.Index().SelectMany(c => (Refusal[])
    [
        .. CommentForm.Validator.Errors(c.Item.ToForm()).Select(error => SampleRefusals.At(TopicsFile.Name, $"{at}.comments[{c.Index}].{SampleChecks.InFile(error.Field)}", error)),
        .. Language($"{at}.comments[{c.Index}].language", c.Item.Language),
        .. Member(sample, $"{at}.comments[{c.Index}].by", c.Item.By, c.Item.WeeksAgo),
        .. c.Item.WeeksAgo > since ? [At($"{at}.comments[{c.Index}].weeksAgo", "sample.too-early", about)] : Array.Empty<Refusal>(),
    ]);

    private static IEnumerable<Refusal> Language(string field, string language) => NetworkCodes.Languages.Has(language) ? [] : [At(field, "sample.unknown", language)];

    private static IEnumerable<Refusal> Member(SampleFolder sample, string field, string key, int weeksAgo) => sample.Chapter.Members.FirstOrDefault(m => m.Key == key) switch
    {
        null => [At(field, "sample.no-such-member", key)],
        { } member when member.Joined < weeksAgo => [At(field, "sample.too-early", key)],
        _ => [],
    };

    private static Refusal At(string field, string code, string value) => SampleRefusals.At(TopicsFile.Name, field, code, value);
}

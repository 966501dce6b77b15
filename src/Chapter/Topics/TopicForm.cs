using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>A topic as it is typed.</summary>
public sealed record TopicForm
{
    /// <summary>The longest answer to a proposer.</summary>
    public const int LongestAnswer = 1000;

    /// <summary>What the meeting would be about.</summary>
    public string? Title { get; init; }

    /// <summary>Why.</summary>
    public string? Words { get; init; }

    /// <summary>What it speaks to.</summary>
    public string? Stream { get; init; }

    /// <summary>Ticked to show who proposes.</summary>
    public string? ShowsName { get; init; }

    /// <summary>Its fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Title), TopicText.FormTitle, TopicText.FormTitleHelp) { Missing = "topic.title-missing", Longest = 200 },
        new(nameof(Words), TopicText.FormWords, TopicText.FormWordsHelp) { Kind = FieldKind.Text, Rows = 4, Longest = 1000 },
        new(nameof(Stream), TopicText.FormStream, TopicText.FormStreamHelp) { Kind = FieldKind.Choice, Options = MeetingCodes.Streams, Missing = "topic.stream-missing" },
        new(nameof(ShowsName), TopicText.FormName, TopicText.FormNameHelp) { Kind = FieldKind.Tick },
    ];

    /// <summary>What it must look like.</summary>
    public static FormValidator<TopicForm> Validator { get; } = new(Fields);

    /// <summary>The form that shows a topic again.</summary>
    public static TopicForm Of(TopicContent content) => new()
    {
        Title = content.Title,
        Words = content.Words,
        Stream = Options<TopicStream>.CodeOf(content.Stream),
        ShowsName = content.ShowsName ? "yes" : null,
    };

    /// <summary>The topic; only of a form in which <see cref="Validator"/> found nothing wrong.</summary>
    /// <param name="language">The language in which it is written: that of the page on which it was first proposed.</param>
    public TopicContent ToContent(string language) => new()
    {
        Title = TypedText.Line(Title),
        Words = TypedText.Plain(Words),
        Language = language,
        Stream = MeetingCodes.Streams.ValueOf(Stream)!.Value,
        ShowsName = ShowsName is not null,
    };
}

/// <summary>What somebody who plans meetings answers a proposer.</summary>
public sealed record AnswerTopicForm
{
    /// <summary>Why the topic is declined.</summary>
    public string? Answer { get; init; }

    /// <summary>The one field.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
        [new(nameof(Answer), TopicText.Answer, TopicText.AnswerHelp) { Kind = FieldKind.Text, Rows = 3, Missing = "topic.answer-missing", Longest = TopicForm.LongestAnswer }];

    /// <summary>What it must look like.</summary>
    public static FormValidator<AnswerTopicForm> Validator { get; } = new(Fields);
}

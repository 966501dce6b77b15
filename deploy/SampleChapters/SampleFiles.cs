using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Texts;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>What <c>chapter.json</c> holds: the chapter and its people.</summary>
internal sealed record ChapterFile
{
    /// <summary>The file.</summary>
    public const string Name = "chapter.json";

    [JsonPropertyName("name")]
    public required NamesFile Names { get; init; }

    /// <summary>Code of the administrative region.</summary>
    public required string Region { get; init; }

    /// <summary>How the public reaches the community.</summary>
    public required string Contact { get; init; }

    public required OfficerFile PrivacyOfficer { get; init; }

    /// <summary>Key of the member who founds the chapter.</summary>
    public required string Founder { get; init; }

    /// <summary>Its word of welcome; null for a chapter without.</summary>
    public WelcomeFile? Welcome { get; init; }

    /// <summary>Those that members belong to; the first who does adds it.</summary>
    public IReadOnlyList<OrganizationFile> Organizations { get; init; } = [];

    public required IReadOnlyList<MemberFile> Members { get; init; }
}

/// <summary>An organization of the sample, invented as its people are.</summary>
internal sealed record OrganizationFile
{
    public required string Name { get; init; }

    /// <summary>Code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of its region; empty where it has no one region.</summary>
    public string Region { get; init; } = "";

    public NamesFile Description { get; init; } = new("", "");

    /// <summary>What whoever adds it would have typed.</summary>
    public OrganizationForm ToForm() => new() { Name = Name, Kind = Kind, Region = Region, DescriptionFr = Description.Fr, DescriptionEn = Description.En };
}

/// <summary>What is called one thing in French and another in English.</summary>
internal sealed record NamesFile(string Fr, string En);

/// <summary>A word of welcome.</summary>
internal sealed record WelcomeFile(NamesFile Title, NamesFile Text)
{
    /// <summary>What whoever wrote it would have typed.</summary>
    public TextForm ToForm() => new() { TitleFr = Title.Fr, TitleEn = Title.En, Fr = Text.Fr, En = Text.En };
}

/// <summary>Who is in charge of personal information.</summary>
internal sealed record OfficerFile(NamesFile Title, string Contact);

/// <summary>Somebody of the sample.</summary>
internal sealed record MemberFile
{
    /// <summary>What the other files call them by.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>Below example.org, which nobody can own.</summary>
    public required string Address { get; init; }

    public required string Language { get; init; }

    /// <summary>How many weeks ago they joined.</summary>
    public required int Joined { get; init; }

    /// <summary>Codes of stakeholder groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>How they like to take part.</summary>
    public required string Prefers { get; init; }

    /// <summary>Name of the organization that they say they belong to.</summary>
    public string Affiliation { get; init; } = "";

    /// <summary>What people can talk to them about.</summary>
    public string TalkAbout { get; init; } = "";

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What they let other members see.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>What they would have typed and ticked on their own page.</summary>
    public MemberForm ToForm() => new()
    {
        TalkAbout = TalkAbout,
        Mode = Prefers,
        Shown = Shows,
        Groups = Groups,
        Agrees = "yes",
    };
}

/// <summary>What <c>meetings.json</c> holds: what is the same at every meeting, and the meetings, oldest first.</summary>
internal sealed record MeetingsFile
{
    /// <summary>The file.</summary>
    public const string Name = "meetings.json";

    /// <summary>Which such weekday of the month, 1 to 4.</summary>
    public required int Week { get; init; }

    public required DayOfWeek Weekday { get; init; }

    public required TimeOnly Time { get; init; }

    public required int Minutes { get; init; }

    public required MeetingMode Mode { get; init; }

    public required string Place { get; init; }

    public required string VideoLink { get; init; }

    public required LinkAudience LinkFor { get; init; }

    public required string Phone { get; init; }

    public required IReadOnlyList<MeetingFile> Meetings { get; init; }

    public required SeriesFile Series { get; init; }
}

/// <summary>The series that goes on after the next meeting, on the same days.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Language">The language of its agenda.</param>
/// <param name="LeadDays">How many days ahead its drafts are made.</param>
/// <param name="Agenda">What each draft begins with; no practices.</param>
internal sealed record SeriesFile(string Title, string Language, int LeadDays, IReadOnlyList<AgendaFile> Agenda);

/// <summary>A meeting of the sample.</summary>
internal sealed record MeetingFile
{
    /// <summary>How many months before the next meeting; 0 is the next one.</summary>
    public required int MonthsAgo { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    /// <summary>True when guests may come.</summary>
    public bool Open { get; init; }

    /// <summary>Titles of what to read before.</summary>
    public IReadOnlyList<string> Reading { get; init; } = [];

    /// <summary>What goes with it to be read before, in the folder <c>files</c>.</summary>
    public IReadOnlyList<EnclosedFile> Files { get; init; } = [];

    public required IReadOnlyList<AgendaFile> Agenda { get; init; }

    public required AnswersFile Answers { get; init; }

    /// <summary>Who came otherwise than they had said: <c>in-person</c>, <c>remote</c> or <c>absent</c>.</summary>
    public IReadOnlyDictionary<string, Arrival> Otherwise { get; init; } = new Dictionary<string, Arrival>();

    public GuestsFile Guests { get; init; } = new(0, 0);

    /// <summary>What a member proposed to correct in its minutes.</summary>
    public CorrectionFile? Correction { get; init; }

    public CancelledFile? Cancelled { get; init; }
}

/// <summary>A file to read before a meeting.</summary>
/// <param name="Name">Its name in the folder <c>files</c>.</param>
/// <param name="Title">What it is.</param>
internal sealed record EnclosedFile(string Name, string Title);

/// <summary>A correction to minutes.</summary>
/// <param name="By">Key of the member who proposed it.</param>
/// <param name="Text">What they propose.</param>
internal sealed record CorrectionFile(string By, string Text);

/// <summary>An agenda item and what came of it.</summary>
internal sealed record AgendaFile
{
    public required string Title { get; init; }

    public required TopicStream Stream { get; init; }

    public required ItemKind Kind { get; init; }

    public required int Minutes { get; init; }

    /// <summary>Key of the member who presents.</summary>
    public string Presenter { get; init; } = "";

    /// <summary>Instead of a member: somebody from elsewhere.</summary>
    public string Expert { get; init; } = "";

    /// <summary>Key of the practice that it is about.</summary>
    public string Practice { get; init; } = "";

    /// <summary>Key of the topic that it was made of.</summary>
    public string Topic { get; init; } = "";

    public IReadOnlyList<OutcomeFile> Outcomes { get; init; } = [];
}

/// <summary>What came of an item.</summary>
internal sealed record OutcomeFile
{
    public required OutcomeKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Of an action: key of the member who promised it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Of an action: until how many weeks after the meeting.</summary>
    public int? DueWeeks { get; init; }

    /// <summary>Of an action: how many weeks after the meeting it was done.</summary>
    public int? DoneWeeks { get; init; }
}

/// <summary>Who answered what; keys of members.</summary>
internal sealed record AnswersFile(IReadOnlyList<string> InPerson, IReadOnlyList<string> Remote, IReadOnlyList<string> Regrets);

/// <summary>How somebody came who had said otherwise.</summary>
internal enum Arrival
{
    /// <summary>In the room after all.</summary>
    InPerson,

    /// <summary>By video or telephone after all.</summary>
    Remote,

    /// <summary>Not after all.</summary>
    Absent,
}

/// <summary>How many came who are no members.</summary>
internal sealed record GuestsFile(int InPerson, int Remote);

/// <summary>That a meeting did not take place.</summary>
internal sealed record CancelledFile(int HoursBefore, string Reason);

/// <summary>What <c>topics.json</c> holds: what members proposed, and what they said about it and about practices.</summary>
internal sealed record TopicsFile
{
    /// <summary>The file.</summary>
    public const string Name = "topics.json";

    public required IReadOnlyList<TopicFile> Topics { get; init; }

    public IReadOnlyList<CommentedPractice> Practices { get; init; } = [];

    /// <summary>How the ids of topics are noted.</summary>
    public static string KeyOf(string topic) => $"{Name}: {topic}";
}

/// <summary>A topic of the sample.</summary>
internal sealed record TopicFile
{
    /// <summary>What an agenda calls it by.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the member who proposed it.</summary>
    public required string By { get; init; }

    public required int WeeksAgo { get; init; }

    public required string Language { get; init; }

    public required TopicStream Stream { get; init; }

    public required string Title { get; init; }

    public string Words { get; init; } = "";

    /// <summary>True when the proposer shows their name.</summary>
    public bool Shows { get; init; }

    /// <summary>Keys of the members who are interested too.</summary>
    public IReadOnlyList<string> MeToo { get; init; } = [];

    /// <summary>True when a facilitator read it a week later and kept it.</summary>
    public bool Kept { get; init; }

    public DeclinedFile? Declined { get; init; }

    public IReadOnlyList<CommentFile> Comments { get; init; } = [];

    /// <summary>What its proposer would have typed.</summary>
    public TopicForm ToForm() => new() { Title = Title, Words = Words, Stream = Options<TopicStream>.CodeOf(Stream), ShowsName = Shows ? "yes" : null };
}

/// <summary>That a topic was declined.</summary>
internal sealed record DeclinedFile(int WeeksAgo, string Words);

/// <summary>A practice and what members said about it.</summary>
/// <param name="Practice">The practice's key.</param>
/// <param name="Comments">In any order.</param>
internal sealed record CommentedPractice(string Practice, IReadOnlyList<CommentFile> Comments);

/// <summary>A comment of the sample.</summary>
internal sealed record CommentFile
{
    /// <summary>Key of the member who wrote it.</summary>
    public required string By { get; init; }

    public required int WeeksAgo { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>True when they show their name.</summary>
    public bool Shows { get; init; }

    /// <summary>What they would have typed.</summary>
    public CommentForm ToForm() => new() { Text = Text, ShowsName = Shows ? "yes" : null };
}

/// <summary>What <c>adoptions.json</c> holds: where the chapter's practices are put to use.</summary>
internal sealed record AdoptionsFile
{
    /// <summary>The file.</summary>
    public const string Name = "adoptions.json";

    public required IReadOnlyList<AdoptionFile> Adoptions { get; init; }
}

/// <summary>That an organization puts a practice to use.</summary>
/// <param name="Practice">The practice's key.</param>
/// <param name="Organization">The organization's name.</param>
/// <param name="Said">What was said of it, in any order.</param>
internal sealed record AdoptionFile(string Practice, string Organization, IReadOnlyList<SaidFile> Said);

/// <summary>What a member said of how far an adoption has come: since the month in which they said it.</summary>
internal sealed record SaidFile
{
    /// <summary>Key of the member who said it.</summary>
    public required string By { get; init; }

    public required int WeeksAgo { get; init; }

    public required AdoptionStage Stage { get; init; }

    public required string Language { get; init; }

    public string Note { get; init; } = "";

    /// <summary>What they would have chosen and typed.</summary>
    /// <param name="day">A day of the month.</param>
    public AdoptionForm ToForm(DateOnly day) => new() { Stage = Options<AdoptionStage>.CodeOf(Stage), Month = AdoptionForm.CodeOf(day), Note = Note };
}

/// <summary>What <c>committees.json</c> holds: who has which seat, and a vote that was held elsewhere.</summary>
internal sealed record CommitteesFile
{
    /// <summary>The file.</summary>
    public const string Name = "committees.json";

    /// <summary>Who took the seats of the executive committee, in their order; null for one that is vacant.</summary>
    public required IReadOnlyList<TakenFile?> Executive { get; init; }

    public required SpecialCommitteeFile Special { get; init; }

    public required VoteFile Vote { get; init; }
}

/// <summary>That somebody took a seat.</summary>
/// <param name="By">Key of the member.</param>
/// <param name="WeeksAgo">When.</param>
/// <param name="WeeksLeft">For how many weeks more.</param>
internal sealed record TakenFile(string By, int WeeksAgo, int WeeksLeft);

/// <summary>A special committee of the sample.</summary>
/// <param name="Names">What it is called.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="WeeksAgo">When it was made.</param>
/// <param name="Seats">Its seats.</param>
internal sealed record SpecialCommitteeFile([property: JsonPropertyName("name")] NamesFile Names, NamesFile Purpose, int WeeksAgo, IReadOnlyList<SeatFile> Seats)
{
    /// <summary>What the executive would have typed.</summary>
    public CommitteeForm ToForm() => new() { NameFr = Names.Fr, NameEn = Names.En, PurposeFr = Purpose.Fr, PurposeEn = Purpose.En };
}

/// <summary>A seat of it.</summary>
internal sealed record SeatFile
{
    public required NamesFile Title { get; init; }

    /// <summary>Code of the group that it is kept for.</summary>
    public string KeptFor { get; init; } = "";

    public TakenFile? Taken { get; init; }

    /// <summary>What the executive would have typed.</summary>
    public SeatForm ToForm() => new() { TitleFr = Title.Fr, TitleEn = Title.En, KeptFor = KeptFor };
}

/// <summary>A vote of the sample.</summary>
internal sealed record VoteFile
{
    public required int WeeksAgo { get; init; }

    public required VoteBody Body { get; init; }

    public required VoteManner Manner { get; init; }

    public required string Language { get; init; }

    public required string Question { get; init; }

    public required int InFavour { get; init; }

    public required int Against { get; init; }

    public int Abstained { get; init; }

    public int NotVoting { get; init; }

    public required string Outcome { get; init; }

    /// <summary>What the secretary would have typed.</summary>
    public VoteForm ToForm(DateOnly on) => VoteForm.Of(new()
    {
        On = on, Body = Body, Manner = Manner, Language = Language, Question = Question, InFavour = InFavour, Against = Against, Abstained = Abstained, NotVoting = NotVoting, Outcome = Outcome,
    });
}

using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Practices;

/// <summary>People and practices to try the rules with.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid PracticeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    public static readonly Actor Author = Someone(1);
    public static readonly Actor Executive = Someone(2, "executive");
    public static readonly Actor Nobody = new(Guid.Empty, []);

    public static readonly PracticeFacts Facts = new PracticeForm { Language = "fr", Topics = ["recovery-college"], Chime = ["hope", "identity"], Groups = ["service-user"] }.ToFacts();

    public static Actor Someone(int number, params string[] roles) => new(Guid.Parse($"01890a5d-ac96-774b-bcce-{number:D12}"), roles);

    public static PracticeContent Text(string title = "Le café du rétablissement") => new() { Title = title, Summary = "On se parle autour d’un café.", Text = "Chaque jeudi." };

    public static string HashOf(PracticeContent text) => TextStore.NameOf(text.ToByteArray());

    public static WritePractice Write(Actor actor, PracticeContent? text = null) => new(actor, (text ?? Text()).ToByteArray(), Facts);

    public static RevisePractice Revise(Actor actor, int basedOn, string title = "Le café du jeudi") => new(actor, basedOn, Text(title).ToByteArray(), Facts, "Plus clair");

    public static ShareInChapter ShareHere(Actor actor, int basedOn = 1) => new(actor, basedOn);

    public static ShareInNetwork Share(Actor actor, int basedOn = 1) => new(actor, basedOn, AuthorAgrees: true);

    /// <summary>What the grain decides, without saving.</summary>
    public static Result<Practice> Do<TOperation>(this Practice practice, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<Practice> =>
        practice.Try(operation, PracticeId, at ?? Noon);

    public static Practice Draft() => new Practice().Do(Write(Author)).Value!;

    public static Practice InChapter() => Draft().Do(ShareHere(Author)).Value!;

    public static Practice InNetwork() => InChapter().Do(Share(Executive)).Value!;

    public static Practice Withdrawn(WithdrawalReason reason = WithdrawalReason.Author) => InNetwork().Do(new WithdrawPractice(Author, reason), Noon.AddDays(2)).Value!;

    /// <summary>What came back from the network after a restore: two texts, and nobody knows by whom.</summary>
    public static RecallPractice Recall { get; } = new(Actor.Node, [new(1, Noon.AddDays(-2), Text().ToByteArray(), Facts), new(2, Noon.AddDays(-1), Text("Le café du jeudi").ToByteArray(), Facts)], 2, null);

    public static Practice Recalled() => new Practice().Do(Recall).Value!;

    public static Practice In(PracticeState state) => state switch
    {
        PracticeState.Draft => Draft(),
        PracticeState.SharedInChapter => InChapter(),
        PracticeState.SharedInNetwork => InNetwork(),
        _ => Withdrawn(),
    };
}

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

    public static readonly PracticeFacts Facts = new() { Language = "fr", Topics = ["recovery-college"], Chime = ["hope", "identity"], Groups = ["service-user"] };

    public static Actor Someone(int number, params string[] roles) => new(Guid.Parse($"01890a5d-ac96-774b-bcce-{number:D12}"), roles);

    public static PracticeText Text(string title = "Le café du rétablissement") => new() { Title = title, Summary = "On se parle autour d’un café.", Text = "Chaque jeudi." };

    public static string HashOf(PracticeText text) => TextStore.NameOf(text.ToBytes());

    public static WritePractice Write(Actor actor, PracticeText? text = null) => new(actor, text ?? Text(), Facts);

    public static RevisePractice Revise(Actor actor, int basedOn, string title = "Le café du jeudi") => new(actor, basedOn, Text(title), Facts, "Plus clair");

    public static SharePractice Share(Actor actor, int basedOn = 1) => new(actor, basedOn, AuthorAgrees: true);

    public static Result<Practice> Written(this Practice practice, WritePractice command) => practice.Write(PracticeId, command, HashOf(command.Text), Noon);

    public static Result<Practice> Revised(this Practice practice, RevisePractice command) => practice.Revise(command, HashOf(command.Text), Noon.AddDays(1));

    public static Practice Draft() => new Practice().Written(Write(Author)).Value!;

    public static Practice InChapter() => Draft().ShareInChapter(Share(Author), Noon).Value!;

    public static Practice InNetwork() => InChapter().ShareInNetwork(Share(Executive), Noon).Value!;

    public static Practice Withdrawn(WithdrawalReason reason = WithdrawalReason.Author) => InNetwork().Withdraw(new(Author, reason), Noon.AddDays(2)).Value!;

    public static Practice In(PracticeState state) => state switch
    {
        PracticeState.Draft => Draft(),
        PracticeState.SharedInChapter => InChapter(),
        PracticeState.SharedInNetwork => InNetwork(),
        _ => Withdrawn(),
    };
}

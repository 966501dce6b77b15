using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Enrolment;

public abstract class At_the_command_line(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task a_code_is_printed_that_lets_one_chapter_enrol()
    {
        var made = await Run("enrolment-code", ("note", "Pour l’Estrie"));

        Assert.True(EnrolmentCode.TryParse(made.Output, out var code));
        Assert.True(code.IsFor(Hub.Id));
        Assert.Contains(await Hub.Get<EnrolmentCodes>().Open(Cancel), open => open.Note == "Pour l’Estrie");
        Assert.Equal(EnrolmentState.Pending, (await new SampleChapter(Hub).Enrol(code)).State);
    }

    [Fact]
    public async Task a_note_that_is_too_long_is_refused()
    {
        var made = await Run("enrolment-code", ("note", new string('a', 1001)));

        Assert.Equal(1, made.ExitCode);
        Assert.Contains("1000", made.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task chapters_are_listed_with_how_they_stand_their_words_and_their_last_exchange()
    {
        var waiting = await Enrolled();
        var admitted = await Hub.Admitted();
        await admitted.Hello();

        var listed = (await Run("chapters")).Output;

        Assert.Matches($"{waiting.Id.Value}\n *state +Waiting for you\n *six words +{SixWords.Of(waiting.Id)}\n *exchanged +never, items received: 0", listed);
        Assert.Matches($"{admitted.Id.Value}\n *state +Admitted\n *six words +{SixWords.Of(admitted.Id)}\n", listed);
    }

    [Fact]
    public async Task a_chapter_is_admitted_by_its_six_words_and_the_history_says_that_nobody_had_signed_in()
    {
        var chapter = await Enrolled();

        var admitted = await Run("admit", ("words", SixWords.Of(chapter.Id)));

        Assert.Equal(0, admitted.ExitCode);
        Assert.Equal(EnrolmentState.Admitted, (await chapter.Ask()).State);
        var decision = (await Hub.Get<EnrolmentStore>().History(chapter.Id, Cancel))[0];
        Assert.Equal((EnrolmentState.Admitted, (Guid?)Guid.Empty), (decision.Standing, decision.ById));
    }

    [Fact]
    public async Task words_that_no_chapter_has_admit_nobody()
    {
        var chapter = await Enrolled();

        var refused = await Run("admit", ("words", SixWords.Of(Hub.Id)));

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(EnrolmentState.Pending, (await chapter.Ask()).State);
    }

    [Fact]
    public async Task a_chapter_that_does_not_wait_is_not_admitted()
    {
        var chapter = await Hub.Admitted();
        await Hub.Decide(chapter, e => e.Suspend(Hub.Operator, "Une pause.", TimeProvider.System.GetUtcNow()));

        var refused = await Run("admit", ("words", SixWords.Of(chapter.Id)));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("no longer waiting", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_seals_of_a_chapters_security_log_are_printed_as_they_came()
    {
        var (chapter, other) = (await Hub.Admitted(new SampleChapter(Hub, name: "Entraide Laval")), await Hub.Admitted());
        var (first, second) = (Enumerable.Repeat((byte)0xA1, 32).ToArray(), Enumerable.Repeat((byte)0xB2, 32).ToArray());
        await chapter.Push(chapter.Call("Entraide Laval", seal: first));
        await chapter.Push(chapter.Call("Entraide Laval", seal: second));

        var newest = (await Run("audit-seals")).Output;
        var all = (await Run("audit-seals", ("node", chapter.Id.Value))).Output;

        Assert.Matches($"Entraide Laval\n *node +{chapter.Id.Value}\n *[-0-9]+ [:0-9]+ UTC +{Convert.ToHexStringLower(second)}", newest);
        Assert.DoesNotContain(Convert.ToHexStringLower(first), newest, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.Value, newest, StringComparison.Ordinal);
        Assert.Matches($"UTC +{Convert.ToHexStringLower(second)}\n.*UTC +{Convert.ToHexStringLower(first)}$", all);
        Assert.Contains("No fingerprint", (await Run("audit-seals", ("node", other.Id.Value))).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("audit-verify")).ExitCode); // others' seals are none of this hub's
    }

    private async Task<SampleChapter> Enrolled()
    {
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());
        return chapter;
    }

    private Task<VerbResult> Run(string verb, params (string Name, string Value)[] said) =>
        Hub.Get<IEnumerable<Verb>>().Single(v => v.Name == verb).Run(Hub.Services, said.ToDictionary(s => s.Name, s => s.Value), Cancel);
}

public sealed class At_the_command_line_on_SQLite(HubOnSqlite engine) : At_the_command_line(engine), IClassFixture<HubOnSqlite>;

public sealed class At_the_command_line_on_PostgreSQL(HubOnPostgres engine) : At_the_command_line(engine), IClassFixture<HubOnPostgres>;

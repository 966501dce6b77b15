using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Enrolment;

public abstract class Using_a_code(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task leaves_the_chapter_waiting_and_answers_with_the_hub_that_the_code_names()
    {
        var code = await Hub.NewCode();
        var chapter = new SampleChapter(Hub);

        var answer = await chapter.Enrol(code);

        Assert.Equal(EnrolmentState.Pending, answer.State);
        Assert.True(code.IsFor(NodeId.OfGenesis(SigningInput.Of(answer.HubBeginning.Entries[0].KeyStatement))));
        Assert.Equal(NodeProfile.Descriptor.FullName, answer.HubBeginning.Entries[1].OnlyItem().Item.PayloadType);
        Assert.Equal(EnrolmentState.Pending, (await chapter.Ask()).State);
    }

    [Fact]
    public async Task again_gives_the_same_answer()
    {
        var code = await Hub.NewCode();
        var chapter = new SampleChapter(Hub);

        Assert.Equal(await chapter.Enrol(code), await chapter.Enrol(code));
        Assert.Single(await Hub.Get<EnrolmentStore>().History(chapter.Id, Cancel));
    }

    [Fact]
    public async Task by_a_chapter_whose_link_was_ended_is_refused_and_leaves_the_code_good()
    {
        var ended = await Hub.Admitted();
        await Hub.Decide(ended, e => e.Revoke(Hub.Operator, "Ce n’est pas vous.", TimeProvider.System.GetUtcNow()));
        var code = await Hub.NewCode();

        await Refused.As(StatusCode.PermissionDenied, "REVOKED", () => ended.Enrol(code));

        Assert.Equal(EnrolmentState.Pending, (await new SampleChapter(Hub).Enrol(code)).State);
    }

    [Fact]
    public async Task that_another_chapter_used_is_refused()
    {
        var code = await Hub.NewCode();
        await new SampleChapter(Hub).Enrol(code);

        await Refused.As(StatusCode.FailedPrecondition, "CODE_USED", () => new SampleChapter(Hub).Enrol(code));
    }

    [Fact]
    public async Task at_the_same_moment_as_others_lets_one_in()
    {
        var code = await Hub.NewCode();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await new SampleChapter(Hub).Enrol(code);
                return "";
            }
            catch (RpcException refused)
            {
                return refused.Status.Detail;
            }
        })));

        Assert.Single(outcomes, "");
        Assert.Equal(5, outcomes.Count(o => o == "CODE_USED"));
    }

    [Fact]
    public async Task leaves_it_for_another_when_the_chapter_is_enrolled_already()
    {
        var (chapter, code) = (await Hub.Admitted(), await Hub.NewCode());

        Assert.Equal(EnrolmentState.Admitted, (await chapter.Enrol(code)).State);
        Assert.Equal(EnrolmentState.Pending, (await new SampleChapter(Hub).Enrol(code)).State);
    }

    [Fact]
    public async Task that_is_older_than_72_hours_is_refused()
    {
        var code = await Hub.NewCode();
        await Hub.Database.Write(t => t.Execute(
            "update enrolment_code set expires_at = @past where code_hash = @hash",
            new { past = TimeProvider.System.GetUtcNow().AddSeconds(-1), hash = EnrolmentCode.HashOf(code.Secret) }), Cancel);

        await Refused.As(StatusCode.FailedPrecondition, "CODE_EXPIRED", () => new SampleChapter(Hub).Enrol(code));
    }

    [Theory]
    [InlineData("00000000000000000000")]
    [InlineData("0000")]
    [InlineData("")]
    [InlineData("éééééééééééééééééééé")]
    public async Task that_was_mistyped_is_refused(string typed) =>
        await Refused.As(StatusCode.NotFound, "CODE_UNKNOWN", () => new SampleChapter(Hub).Enrol(typed));

    [Fact]
    public async Task keeps_the_code_only_as_a_hash()
    {
        var code = await Hub.NewCode();

        var kept = await Hub.Database.Query<byte[]>("select code_hash from enrolment_code", null, Cancel);

        Assert.Contains(EnrolmentCode.HashOf(code.Secret)!, kept);
        Assert.DoesNotContain(kept, k => System.Text.Encoding.UTF8.GetString(k).Contains(code.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task lets_nothing_of_the_chapter_travel_before_it_is_admitted_and_all_of_it_after()
    {
        var reader = await Hub.Admitted();
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());
        var before = await reader.Pull();

        await Hub.Admit(chapter);

        Assert.DoesNotContain(before.Page.Entries, i => i.NodeId == chapter.Id.Value);
        var after = await reader.Pull(before.NextCursor);
        Assert.Equal(chapter.Feed, after.Page.Entries.Where(e => e.NodeId == chapter.Id.Value));
        Assert.Equal(EnrolmentState.Admitted, (await chapter.Ask()).State);
    }

    [Fact]
    public async Task and_deciding_twice_on_the_same_page_is_stale()
    {
        var chapter = new SampleChapter(Hub);
        await chapter.Enrol(await Hub.NewCode());
        var seen = await Hub.Enrolled(chapter);
        await Hub.Decide(chapter, e => e.Revoke(Hub.Operator, "Ce n’est pas vous.", TimeProvider.System.GetUtcNow()));

        var outcome = await Hub.Get<Admissions>().Admit(seen, Hub.Operator, wordsMatch: true, Cancel);

        Assert.Equal("enrolment.stale", Assert.Single(outcome.Refusals).Code);
        Assert.Equal(0, await Hub.Database.Find<long>("select count(*) from item where node_id = @id", new { id = chapter.Id.Value }, Cancel));
    }
}

public sealed class Using_a_code_on_SQLite(HubOnSqlite engine) : Using_a_code(engine), IClassFixture<HubOnSqlite>;

public sealed class Using_a_code_on_PostgreSQL(HubOnPostgres engine) : Using_a_code(engine), IClassFixture<HubOnPostgres>;

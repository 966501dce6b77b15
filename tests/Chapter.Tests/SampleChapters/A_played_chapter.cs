using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryCoP.SampleChapters;

namespace RecoveryCoP.Chapter.Tests.SampleChapters;

public sealed class A_played_chapter(A_played_chapter.Outaouais chapter) : IClassFixture<A_played_chapter.Outaouais>
{
    [Fact]
    public void has_every_member_with_an_accepted_charter()
    {
        Assert.Equal(chapter.Sample.Chapter.Members.Count, chapter.Count("select count(*) from account where left_at is null"));
        Assert.Equal(chapter.Sample.Chapter.Members.Count, chapter.Count("select count(*) from grain_state where kind = 'member' and json_array_length(state, '$.acceptances') = 1"));
        Assert.Equal(chapter.Sample.Chapter.Members.Sum(m => m.Roles.Count), chapter.Count("select count(*) from account_role where taken_at is null"));
    }

    [Fact]
    public void has_every_meeting_and_the_next_one_ahead()
    {
        Assert.Equal(1, chapter.Count("select count(*) from meeting where state = 'announced' and begins > strftime('%Y-%m-%dT%H:%M:%S', 'now', '-5 hours')"));
        Assert.Equal(1, chapter.Count("select count(*) from meeting where state = 'cancelled'"));
        Assert.Equal(22, chapter.Count("select count(*) from meeting where state in ('closed', 'inProgress')"));
        Assert.InRange(chapter.Count("select count(*) from meeting where minutes_state = 'approved'"), 20, 21);
        var answered = chapter.Sample.Meetings.Meetings[^1].Answers;
        Assert.Equal(
            answered.InPerson.Count + answered.Remote.Count + answered.Regrets.Count,
            chapter.Count("select json_array_length(state, '$.rsvps') from grain_state where kind = 'meeting' and json_extract(state, '$.state') = 'announced'"));
    }

    [Fact]
    public void has_a_series_whose_next_drafts_were_made_by_the_node()
    {
        Assert.Equal(1, chapter.Count("select count(*) from series"));
        Assert.InRange(chapter.Count("select count(*) from meeting where state = 'draft' and series is not null"), 1, 2);
        Assert.Equal(0, chapter.Count("select count(*) from meeting where state = 'draft' and (series is null or title <> 'First Tuesday meeting' or begins < (select max(begins) from meeting where state = 'announced'))"));
    }

    [Fact]
    public void has_every_practice_and_what_was_shared_is_in_its_library()
    {
        Assert.Equal(chapter.Sample.Originals.Count(), chapter.Count("select count(*) from practice"));
        var shared = chapter.Sample.Originals.Count(p => p.Network is not null);
        Assert.Equal(shared, chapter.Count("select count(*) from practice where state = 'sharedInNetwork'"));
        Assert.Equal(shared, chapter.Count("select count(*) from library_practice"));
        Assert.Equal(
            chapter.Sample.Practices.Sum(p => p.Revises.Length > 0 ? 1 : 0),
            chapter.Count("select count(*) from grain_state where kind = 'practice' and json_array_length(state, '$.revisions') = 2"));
    }

    [Fact]
    public void has_a_backlog_of_topics_some_of_which_meetings_took_up_and_comments()
    {
        Assert.Equal(chapter.Sample.Topics.Topics.Count, chapter.Count("select count(*) from topic"));
        Assert.Equal(chapter.Sample.Topics.Topics.Sum(t => t.MeToo.Count), chapter.Count("select count(*) from topic_interest"));
        Assert.Equal(1, chapter.Count("select count(*) from topic t join meeting_item i on i.id = t.id where i.state in ('announced', 'draft')"));
        Assert.Equal(1, chapter.Count("select count(*) from topic t join meeting_item i on i.id = t.id where i.state = 'closed'"));
        Assert.Equal(
            chapter.Sample.Topics.Topics.Sum(t => t.Comments.Count) + chapter.Sample.Topics.Practices.Sum(p => p.Comments.Count),
            chapter.Count("select count(*) from comment"));
    }

    [Fact]
    public void has_practices_that_took_root_where_its_members_said()
    {
        Assert.Equal(chapter.Sample.Adoptions.Adoptions.Count, chapter.Count("select count(*) from adoption"));
        Assert.Equal(chapter.Sample.Adoptions.Adoptions.Sum(a => a.Said.Count), chapter.Count("select count(*) from adoption_step"));
    }

    [Fact]
    public void has_seats_that_people_took_one_that_is_vacant_and_a_vote_that_was_held_elsewhere()
    {
        Assert.Equal(2, chapter.Count("select count(*) from committee where closed_at is null"));
        Assert.Equal(
            chapter.Sample.Committees.Executive.Count(t => t is not null) + chapter.Sample.Committees.Special.Seats.Count(s => s.Taken is not null),
            chapter.Count("select count(*) from committee_person where part = 'holds'"));
        Assert.Contains(null, chapter.Sample.Committees.Executive);
        Assert.Equal(1, chapter.Count("select count(*) from vote"));
    }

    [Fact]
    public void has_approved_the_figures_of_the_last_four_quarters() =>
        Assert.Equal(4, chapter.Count("select count(*) from grain_state where kind = 'statistics-return' and json_array_length(state, '$.approved') = 1"));

    [Fact]
    public void happened_in_order_over_two_years()
    {
        Assert.Equal(0, chapter.Count(
            """
            select count(*) from grain_state
             where kind = 'meeting'
               and not (json_extract(state, '$.plannedAt') < json_extract(state, '$.announcedAt')
                        and json_extract(state, '$.announcedAt') < json_extract(state, '$.plan.start')
                        and coalesce(julianday(json_extract(state, '$.startedAt')) - julianday(json_extract(state, '$.plan.start')) between 3.9 / 24 and 5.1 / 24, true)
                        and coalesce(json_extract(state, '$.startedAt') < json_extract(state, '$.closedAt'), true)
                        and coalesce(json_extract(state, '$.closedAt') < json_extract(state, '$.minutes.approvedAt'), true))
            """));
        Assert.Equal(0, chapter.Count("select count(*) from account where julianday('now') - julianday(joined_at) > 745 or joined_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"));
        Assert.True(chapter.Count("select cast(julianday('now') - julianday(min(joined_at)) as integer) from account") > 730);
    }

    [Fact]
    public async Task is_refused_a_second_time() =>
        Assert.Equal(1, await SampleFolders.Init(SampleFolders.PathOf("outaouais"), chapter.Data));

    public sealed class Outaouais : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        internal SampleFolder Sample { get; private set; } = null!;

        internal string Data => _folder.File("data");

        public async ValueTask InitializeAsync()
        {
            Sample = await SampleFolders.Read("outaouais");
            Assert.Equal(0, await SampleFolders.Init(SampleFolders.PathOf("outaouais"), Data));
        }

        internal long Count(string sql)
        {
            using var database = new SqliteConnection($"Data Source={Path.Combine(Data, "node.db")};Mode=ReadOnly;Pooling=False");
            return database.QuerySingle<long>(sql);
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

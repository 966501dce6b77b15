using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class A_form_of_a_meeting
{
    private static readonly ItemRow _row = new() { Id = MeetingSamples.Item1.ToString(), Title = "Un point", Stream = "practice", Kind = "showcase", Minutes = "20" };

    private static readonly MeetingForm _good = new() { Title = "Rencontre de mai", Language = "fr", Date = "2026-05-12", Time = "18:30", Items = [new(), _row], Readings = [new()] };

    private static readonly NoteForm _note = new() { Kind = "action", Text = "Deux\r\nlignes", Due = "2026-05-12" };

    public static TheoryData<string, string, MeetingForm> Refused => new()
    {
        { "meeting.title-missing", "Title", _good with { Title = " " } },
        { "form.too-long", "Title", _good with { Title = new string('é', 201) } },
        { "form.unreadable-line", "Title", _good with { Title = "Deux\nlignes" } },
        { "meeting.language-missing", "Language", _good with { Language = "de" } },
        { "meeting.start-missing", "Date", _good with { Date = "demain" } },
        { "meeting.start-missing", "Date", _good with { Time = "le soir" } },
        { "meeting.start-missing", "Date", _good with { Date = "9999-12-31" } },
        { "meeting.start-skipped", "Time", _good with { Date = "2026-03-08", Time = "02:30" } },
        { "meeting.minutes-missing", "Minutes", _good with { Minutes = "deux heures" } },
        { "meeting.minutes-missing", "Minutes", _good with { Minutes = "4" } },
        { "meeting.mode-missing", "Mode", _good with { Mode = "by-pigeon" } },
        { "meeting.link-audience-missing", "LinkFor", _good with { LinkFor = "" } },
        { "form.link-unclear", "VideoLink", _good with { VideoLink = "http://video.example.org" } },
        { "form.link-unclear", "VideoLink", _good with { VideoLink = "javascript:alert(1)" } },
        { "form.link-unclear", "VideoLink", _good with { VideoLink = "https://video.example.org:secret@other.example.org/mars" } },
        { "form.too-long", "Place", _good with { Place = new string('a', 301) } },
        { "meeting.title-missing", "Title", _good with { Title = "\u200B" } },
        { "form.unreadable-line", "Phone", _good with { Phone = "514\u0000" } },
        { "meeting.reading-title-missing", "Readings[0].Title", _good with { Readings = [new() { Link = "https://example.org" }] } },
        { "form.link-unclear", "Readings[1].Link", _good with { Readings = [new(), new() { Title = "Un article", Link = "article" }] } },
        { "meeting.item-title-missing", "Items[1].Title", _good with { Items = [new(), _row with { Title = "" }] } },
        { "meeting.stream-missing", "Items[0].Stream", _good with { Items = [_row with { Stream = "" }] } },
        { "meeting.kind-missing", "Items[0].Kind", _good with { Items = [_row with { Kind = "party" }] } },
        { "meeting.item-minutes-missing", "Items[0].Minutes", _good with { Items = [_row with { Minutes = "0" }] } },
        { "meeting.item-minutes-missing", "Items[0].Minutes", _good with { Items = [_row with { Minutes = "481" }] } },
        { "form.choice-unknown", "Items[0].Practice", _good with { Items = [_row with { Practice = "la mienne" }] } },
        { "meeting.items-unclear", "Items[0].Id", _good with { Items = [_row with { Id = "" }] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void is_refused_with_the_reason_beside_its_field(string code, string field, MeetingForm form)
    {
        var refusal = Assert.Single(MeetingValidator.Instance.Errors(form));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    public static TheoryData<string, string, NoteForm> RefusedNotes => new()
    {
        { "meeting.outcome-kind-missing", "Kind", _note with { Kind = "party" } },
        { "meeting.outcome-missing", "Text", _note with { Text = " \n" } },
        { "form.too-long", "Text", _note with { Text = new string('é', 2001) } },
        { "form.unreadable", "Text", _note with { Text = "a\0" } },
        { "meeting.due-unclear", "Due", _note with { Due = "en juin" } },
    };

    [Theory]
    [MemberData(nameof(RefusedNotes))]
    public void of_a_note_is_refused_with_the_reason_beside_its_field(string code, string field, NoteForm form)
    {
        var refusal = Assert.Single(NoteValidator.Instance.Errors(form));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void ties_a_sign_that_was_typed_after_a_space_to_the_word_before_it() =>
        Assert.Equal("Décider ensemble\u00a0: qui, quand\u00a0?", (_good with { Title = " Décider ensemble : qui, quand ? " }).ToPlan().Title);

    [Fact]
    public void keeps_no_row_in_which_nothing_is_written()
    {
        Assert.Empty(MeetingValidator.Instance.Errors(_good));
        Assert.Equal(["Un point"], _good.ToPlan().Items.Select(i => i.Title));
        Assert.Empty(_good.ToPlan().PreReadings);
    }

    [Fact]
    public void comes_back_as_it_was_saved() => Assert.True(MeetingForm.Of(MeetingSamples.Plan).ToPlan().Says(MeetingSamples.Plan));

    [Theory]
    [InlineData("up-1", "B A C")]
    [InlineData("up-0", "A B C")]
    [InlineData("down-1", "A C B")]
    [InlineData("down-2", "A B C")]
    [InlineData("remove-1", "A C")]
    [InlineData("remove-7", "A B C")]
    [InlineData("add-item", "A B C ")]
    [InlineData("save", "A B C")]
    [InlineData("up--1", "A B C")]
    public void moves_its_rows_and_loses_nothing(string pressed, string titles)
    {
        var form = _good with { Items = [.. "ABC".Select(c => _row with { Title = c.ToString() })] };

        Assert.Equal(titles.Split(' '), AgendaRows.After(form, pressed, () => MeetingSamples.Later).Items.Select(i => i.Title ?? ""));
    }

    [Fact]
    public void shows_the_balance_of_what_is_typed_so_far() =>
        Assert.Equal(new AgendaBalance(20, 0, 0), (_good with { Items = [_row, _row with { Minutes = "vingt" }, _row with { Stream = "" }] }).Balance);

    [Fact]
    public void has_words_for_every_refusal()
    {
        var said = MeetingRefusals.Texts.Concat(FormRefusals.Texts).Select(p => p.Code).ToHashSet();

        Assert.All(Refused.Select(r => r.Data.Item1), code => Assert.Contains(code, said));
    }
}

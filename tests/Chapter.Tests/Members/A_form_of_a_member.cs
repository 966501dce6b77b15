using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class A_form_of_a_member
{
    private static readonly MemberForm _good = new() { TalkAbout = " Logement ", Mode = "remote", Shown = ["name"], Groups = ["researcher", "service-user"] };

    public static TheoryData<string, string, MemberForm> Refused => new()
    {
        { "form.too-long", "TalkAbout", _good with { TalkAbout = new string('a', 201) } },
        { "form.unreadable-line", "TalkAbout", _good with { TalkAbout = "deux\nlignes" } },
        { "form.unreadable-line", "TalkAbout", _good with { TalkAbout = "nul\0" } },
        { "form.unreadable-line", "TalkAbout", _good with { TalkAbout = "\u202Eà l’envers" } },
        { "form.choice-unknown", "Mode", _good with { Mode = "by-pigeon" } },
        { "form.choice-unknown", "Shown", _good with { Shown = ["address"] } },
        { "form.choice-unknown", "Groups", _good with { Groups = ["aliens"] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void that_is_not_right_is_refused_where_it_is_wrong(string code, string field, MemberForm form)
    {
        var refusal = Assert.Single(MemberForm.Validator.Errors(form));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void keeps_what_was_chosen_in_the_order_of_the_lists()
    {
        Assert.Empty(MemberForm.Validator.Errors(_good));
        Assert.Equal(["service-user", "researcher"], _good.ToGroups());
        Assert.Equal("Logement", _good.ToProfile().TalkAbout);
        Assert.Equal(new ShownParts(Name: true), _good.ToShown());
    }

    [Fact]
    public void counts_what_people_see_an_emoji_as_one_and_the_spaces_around_not_at_all() =>
        Assert.Empty(MemberForm.Validator.Errors(_good with { TalkAbout = " " + string.Concat(Enumerable.Repeat("🌱", 200)) + "\n" }));

    [Fact]
    public void shows_a_saved_member_again()
    {
        var member = new Member { Profile = _good.ToProfile(), Shown = new ShownParts(true, true, true), Groups = _good.ToGroups() };

        var form = MemberForm.Of(member);

        Assert.Equal(member.Shown, form.ToShown());
        Assert.Equal(member.Groups, form.ToGroups());
        Assert.Equal(member.Profile.TalkAbout, form.ToProfile().TalkAbout);
    }
}

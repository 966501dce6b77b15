using RecoveryCoP.Node.Web.Forms;
using CsCheck;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Tests.Practices;

public sealed class A_form_of_a_practice
{
    private static readonly PracticeForm _good = new() { Title = "La table libre", Text = "Chaque jeudi.", Language = "fr", Topics = ["recovery-college"] };

    public static TheoryData<string, string, PracticeForm> Refused => new()
    {
        { "practice.title-missing", "Title", _good with { Title = " \n" } },
        { "form.too-long", "Title", _good with { Title = new string('é', 201) } },
        { "form.unreadable-line", "Title", _good with { Title = "Deux\nlignes" } },
        { "form.unreadable-line", "Title", _good with { Title = "Nul\0" } },
        { "form.unreadable", "Text", _good with { Text = "avant\0après" } },
        { "form.unreadable", "Lessons", _good with { Lessons = "\u202Eàl’envers" } },
        { "form.link-dead", "Text", _good with { Text = "Voir [ici](http://example.org)." } },
        { "form.link-dead", "Lessons", _good with { Lessons = "[x](javascript:alert(1))" } },
        { "form.too-long", "Summary", _good with { Summary = new string('a', 1001) } },
        { "practice.text-missing", "Text", _good with { Text = "" } },
        { "practice.too-large", "Text", _good with { Text = new string('a', 300 * 1024) } },
        { "practice.too-large", "Text", _good with { Text = new string('a', 200 * 1024), Results = new string('b', 60 * 1024) } },
        { "practice.too-large", "Text", _good with { Text = new string('a', (256 * 1024) - 400), Note = new string('n', 500) } }, // the note goes with the text
        { "form.choice-unknown", "Topics", _good with { Topics = ["astrology"] } },
        { "form.too-many-chosen", "Topics", _good with { Topics = [.. NetworkCodes.Topics.Select(t => t.Value).Take(11)] } },
        { "form.choice-unknown", "Chime", _good with { Chime = ["joy"] } },
        { "form.choice-unknown", "Groups", _good with { Groups = ["aliens"] } },
        { "form.choice-unknown", "TranslationOf", _good with { TranslationOf = "la mienne" } },
        { "practice.language-missing", "Language", _good with { Language = "de" } },
        { "practice.licence-missing", "Licence", _good with { Licence = "proprietary" } },
        { "practice.credit-missing", "Credit", _good with { Credit = "" } },
        { "practice.credit-name-missing", "CreditName", _good with { Credit = "named" } },
        { "practice.credit-name-unused", "CreditName", _good with { CreditName = "Jeanne" } },
        { "form.too-long", "Note", _good with { Note = new string('n', 501) } },
    };

    [Fact]
    public void ties_a_sign_that_was_typed_after_a_space_to_the_word_before_it()
    {
        var form = _good with { Title = "Deux questions : « où » et « quand » ?", Text = "Un texte : tel quel." };

        Assert.Equal(("Deux questions\u00a0: «\u00a0où\u00a0» et «\u00a0quand\u00a0»\u00a0?", "Un texte : tel quel."), (form.ToContent().Title, form.ToContent().Text));
        Assert.Empty(PracticeValidator.Instance.Errors(form with { Title = form.ToContent().Title }));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void is_refused_with_the_reason_beside_its_field(string code, string field, PracticeForm form)
    {
        var refusal = Assert.Single(PracticeValidator.Instance.Errors(form));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void of_an_adaptation_says_what_was_changed_and_whether_its_heart_stands_and_may_say_more()
    {
        Assert.Equal(
            [("practice.adapted-parts-missing", "AdaptedParts"), ("practice.adaptation-heart-missing", "AdaptationHeart")],
            PracticeValidator.OfAdaptation.Errors(_good).Select(e => (e.Code, e.Field)));
        var adapted = _good with { AdaptedParts = ["place", "form"], AdaptationHeart = "partly" };
        Assert.Empty(PracticeValidator.OfAdaptation.Errors(adapted));
        Assert.Equal("form.choice-unknown", Assert.Single(PracticeValidator.OfAdaptation.Errors(adapted with { AdaptationKinds = ["ruined"] })).Code);
        Assert.Equal("form.too-long", Assert.Single(PracticeValidator.OfAdaptation.Errors(adapted with { AdaptationReason = new string('r', 1001) })).Code);

        var whole = adapted with { AdaptationKinds = ["added", "removed"], AdaptationReason = "Ici, on vient de loin.", AdaptationPhase = "before", AdaptationPlan = "planned", AdaptationDeciders = ["service-user"], AdaptationLevels = ["team"] };
        var again = PracticeForm.Of(whole.ToContent(), whole.ToFacts());
        Assert.Equal(whole.ToContent(), again.ToContent());
        Assert.True(whole.ToFacts().Says(again.ToFacts()));
    }

    [Fact]
    public void is_accepted_at_its_limits() =>
        Assert.Empty(PracticeValidator.Instance.Errors(_good with { Title = string.Concat(Enumerable.Repeat("😀", 200)), Summary = new string('a', 1000), Topics = [.. NetworkCodes.Topics.Select(t => t.Value).Take(10)] }));

    [Fact]
    public void is_the_same_whichever_line_breaks_the_browser_sends() =>
        Assert.Equal((_good with { Text = "un\ndeux" }).ToContent(), (_good with { Text = "un\r\ndeux\r\n" }).ToContent());

    [Fact]
    public void comes_back_as_it_was_saved()
    {
        var form = _good with { Summary = "S", Context = "C", Results = "R", Credit = "pseudonym", CreditName = "Érable", Chime = ["hope"] };

        var again = PracticeForm.Of(form.ToContent(), form.ToFacts());

        Assert.Equal(form.ToContent(), again.ToContent());
        Assert.True(form.ToFacts().Says(again.ToFacts()));
    }

    [Fact]
    public void that_is_accepted_never_breaks_the_networks_limits() =>
        Gen.Select(Gen.String[0, 260], Gen.String[0, 1100], Gen.String, Gen.String, (title, summary, text, note) => _good with { Title = title, Summary = summary, Text = text, Note = note })
            .Sample(form => PracticeValidator.Instance.Errors(form).Count > 0
                || PayloadLimits.Check(new NodeProfile(), new Envelope(), form.ToContent()).All(p => p.Field is not ("title" or "summary" or "text" or "credit_name")), iter: 2000);

    [Fact]
    public void has_words_for_every_refusal()
    {
        var said = PracticeRefusals.All.Concat(FormRefusals.Texts).Select(p => p.Code).ToHashSet();

        Assert.All(Refused.Select(r => r.Data.Item1), code => Assert.Contains(code, said));
    }
}

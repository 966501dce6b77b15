using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Tests.Templates;

public sealed class The_codes_of_a_template
{
    [Fact]
    public void are_those_of_the_forms_in_the_same_words()
    {
        Same(MeetingCodes.Streams, TemplateCodes.Streams);
        Same(MeetingCodes.Kinds, TemplateCodes.ItemKinds);
        Same(MeetingCodes.Modes, TemplateCodes.Modes);
        Same(SeriesCodes.Weekdays, TemplateCodes.Weekdays);
        // A date that is fixed is no rule for others.
        Same(SeriesCodes.Days.SkipLast(1), TemplateCodes.Weeks);
    }

    private static void Same(IEnumerable<Option> forms, IEnumerable<Option> template) => Assert.Equal(forms.Select(o => (o.Value, o.Label)), template.Select(o => (o.Value, o.Label)));
}

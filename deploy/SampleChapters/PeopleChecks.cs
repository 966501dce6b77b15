using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.SampleChapters;

/// <summary>What is wrong with a sample's people: who they are, what they say of themselves, which roles somebody must hold.</summary>
internal static class PeopleChecks
{
    /// <summary>Everything at fault.</summary>
    public static IEnumerable<Refusal> Of(SampleFolder sample) => [.. Organizations(sample.Chapter), .. Members(sample.Chapter), .. Roles(sample)];

    private static IEnumerable<Refusal> Organizations(ChapterFile chapter) =>
    [
        .. chapter.Organizations.Index().SelectMany(o => OrganizationForm.Errors(o.Item.ToForm()).Select(error => SampleRefusals.At(ChapterFile.Name, $"organizations[{o.Index}].{SampleChecks.InFile(error.Field)}", error))),
        .. chapter.Organizations.Index().Where(o => chapter.Organizations.Take(o.Index).Any(earlier => Organization.Likeness(earlier.Name) == Organization.Likeness(o.Item.Name)))
            .Select(o => SampleRefusals.At(ChapterFile.Name, $"organizations[{o.Index}].name", "sample.twice", o.Item.Name)),
        .. chapter.Members.Index().Where(m => m.Item.Affiliation.Length > 0 && chapter.Organizations.All(o => o.Name != m.Item.Affiliation))
            .Select(m => SampleRefusals.At(ChapterFile.Name, $"members[{m.Index}].affiliation", "sample.unknown", m.Item.Affiliation)),
    ];

    private static IEnumerable<Refusal> Members(ChapterFile chapter)
    {
        Refusal At(int index, string field, string code, string value) => SampleRefusals.At(ChapterFile.Name, $"members[{index}].{field}", code, value);

        if (chapter.Members.FirstOrDefault(m => m.Key == chapter.Founder) is not { } founder)
        {
            yield return SampleRefusals.At(ChapterFile.Name, "founder", "sample.no-such-member", chapter.Founder);
            yield break;
        }

        var keys = new HashSet<string>();
        var addresses = new HashSet<string>();
        foreach (var (index, member) in chapter.Members.Index())
        {
            if (!keys.Add(member.Key))
            {
                yield return At(index, "key", "sample.twice", member.Key);
            }

            if (!addresses.Add(member.Address))
            {
                yield return At(index, "address", "sample.twice", member.Address);
            }

            if (!member.Address.EndsWith(SampleChecks.Domain, StringComparison.Ordinal))
            {
                yield return At(index, "address", "sample.address-elsewhere", member.Address);
            }

            if (member.Joined < 0 || member.Joined > founder.Joined)
            {
                yield return At(index, "joined", "sample.too-early", founder.Key);
            }

            foreach (var refusal in Said(member.ToForm()))
            {
                yield return SampleRefusals.At(ChapterFile.Name, $"members[{index}].{SampleChecks.InFile(refusal.Field)}", refusal);
            }

            foreach (var (field, value) in Unknown(member))
            {
                yield return At(index, field, "sample.unknown", value);
            }
        }
    }

    private static IReadOnlyList<Refusal> Said(MemberForm form)
    {
        var id = Guid.CreateVersion7(SampleChecks.AnyDay);
        return MemberForm.Validator.Errors(form) is { Count: > 0 } errors ? errors
            : new Member { Stay = id }.Try(new DescribeYourself(new Actor(id, []), form.ToProfile(), form.ToShown()), id, SampleChecks.AnyDay).Refusals;
    }

    private static IEnumerable<(string Field, string Value)> Unknown(MemberFile member) =>
    [
        .. NetworkCodes.Languages.Has(member.Language) ? [] : new[] { ("language", member.Language) },
        .. member.Roles.Where(r => ChapterRoles.All.All(known => known.Code != r)).Select(r => ("roles", r)),
    ];

    // Whoever plans, writes down and shares must be there when the first meeting is planned.
    private static IEnumerable<Refusal> Roles(SampleFolder sample)
    {
        var first = sample.Meetings.Meetings.Count == 0 ? 0 : SampleChecks.WeeksAgo(sample.Meetings.Meetings[0], MeetingPlanning.PlannedDaysBefore);
        return
        [
            .. new[] { ChapterRoles.Executive, ChapterRoles.Facilitator, ChapterRoles.Secretary }
                .Where(role => sample.Chapter.Members.Where(m => m.Roles.Contains(role)).Select(m => m.Joined).DefaultIfEmpty(-1).Min() < first)
                .Select(role => SampleRefusals.At(ChapterFile.Name, "members", "sample.role-missing", role)),
        ];
    }
}

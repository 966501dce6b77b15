using System.Text;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Organizations.Pages;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What a member's record holds, for that member: what they said of themselves, and what they agreed to, with the words that they read then.</summary>
internal sealed class MemberData(MemberQueries members, OrganizationQueries organizations, CharterQueries charters, TextStore texts) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["member acceptances", "member consents", "member stay", "member profile", "member organizations", "member shown", "member groups"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Member>(
            "profile", MemberText.AboutMe, async cancel => [await members.Find(person, cancel)],
            new("affiliation", MemberText.MyOrganizations, m => m.Profile.Affiliation),
            new("talkAbout", MemberText.TalkAbout, m => m.Profile.TalkAbout),
            new("mode", MemberText.Mode, m => m.Profile.Mode.Length == 0 ? null : Coded.Of(MemberCodes.Modes, m.Profile.Mode)),
            new("notices", new("Les courriels que vous aviez demandés autrefois", "The messages that you once asked for"), m => m.Profile.Notices),
            new("showsName", MemberCodes.Shown[0].Label, m => m.Shown.Name),
            new("showsAffiliation", MemberCodes.Shown[1].Label, m => m.Shown.Affiliation),
            new("showsTalkAbout", MemberCodes.Shown[2].Label, m => m.Shown.TalkAbout),
            new("groups", MemberText.Groups, m => m.Groups.Select(g => Coded.Of(NetworkCodes.Groups, g)).ToList())),
        new PersonalPart<Organization>(
            "organizations", MemberText.MyOrganizations, cancel => Belonging(person, cancel),
            new("name", OrganizationText.Name, o => o.Content.Name),
            new("page", PersonalLabels.Page, o => new Link(PagePath.Of<OrganizationPage>(o.Id)))),
        new PersonalPart<(CharterAcceptance Accepted, CharterContent? Text)>(
            "charter-acceptances", new("Les versions de la charte que vous avez acceptées", "The versions of the charter that you accepted"), cancel => Accepted(person, cancel),
            new("version", new("Version", "Version"), a => a.Accepted.Version),
            new("acceptedAt", PersonalLabels.When, a => a.Accepted.At),
            new("textFr", new("Le texte en français", "The text in French"), a => a.Text?.Fr),
            new("textEn", new("Le texte en anglais", "The text in English"), a => a.Text?.En)),
        new PersonalPart<(Consent Consent, byte[]? Text)>(
            "consents", new("Vos accords", "Your consents"), cancel => Agreed(person, cancel),
            new("purpose", new("Pour quoi", "What for"), c => new Coded(c.Consent.Purpose, c.Consent.Purpose == ConsentPurpose.Groups ? MemberText.GroupsWhy : c.Consent.Purpose.AsText())),
            new("grantedAt", new("Donné", "Given"), c => c.Consent.GrantedAt),
            new("withdrawnAt", new("Retiré", "Withdrawn"), c => c.Consent.WithdrawnAt),
            new("text", new("Ce que vous avez lu", "What you read"), c => c.Text is null ? null : Encoding.UTF8.GetString(c.Text)),
            new("textHash", new("Empreinte de ce texte (SHA-256)", "Fingerprint of that text (SHA-256)"), c => c.Consent.TextHash)),
    ];

    private async Task<IReadOnlyList<Organization>> Belonging(Guid person, CancellationToken cancellationToken)
    {
        List<Organization> all = [];
        foreach (var id in (await members.Find(person, cancellationToken)).Organizations)
        {
            if (await organizations.Find(id, cancellationToken) is { } one)
            {
                all.Add(one);
            }
        }

        return all;
    }

    private async Task<IReadOnlyList<(CharterAcceptance, CharterContent?)>> Accepted(Guid person, CancellationToken cancellationToken)
    {
        var charter = await charters.Find(cancellationToken);
        List<(CharterAcceptance, CharterContent?)> accepted = [];
        foreach (var one in (await members.Find(person, cancellationToken)).Acceptances)
        {
            accepted.Add((one, await charters.TextOf(charter, one.Version, cancellationToken)));
        }

        return accepted;
    }

    private async Task<IReadOnlyList<(Consent, byte[]?)>> Agreed(Guid person, CancellationToken cancellationToken)
    {
        List<(Consent, byte[]?)> agreed = [];
        foreach (var one in (await members.Find(person, cancellationToken)).Consents)
        {
            agreed.Add((one, await texts.Get(one.TextHash, cancellationToken)));
        }

        return agreed;
    }
}

using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>Writes the letter. Its subject and first lines show on a lock screen: they do not say what the place is about.</summary>
internal sealed class InvitationLetter(InvitationLinks links, CurrentNodeIdentity identity)
{
    public Letter Write(InvitationToSend invitation)
    {
        Language[] languages = invitation.Language == ListedAddress.BothLanguages ? [Language.French, Language.English] : [Language.Of(invitation.Language)];
        return new Letter(
            invitation.Id, invitation.Address, languages[0].Code,
            string.Join(" · ", languages.Select(InvitationText.Subject.In)),
            string.Join("\n* * *\n\n", languages.Select(l => Body(invitation, l))))
        {
            Unsubscribe = links.NeverAtOnce(invitation.Hash),
        };
    }

    private string Body(InvitationToSend invitation, Language language)
    {
        var lines = new LetterLines(language);
        lines.Add(NoticeText.Hello).Gap().Add(InvitationText.Opening).Gap()
            .Add(InvitationText.WhatItIs.With(identity.Current.Name.For(language).Text)).Gap();
        if (invitation.Words.Length > 0)
        {
            lines.Add(InvitationText.TheyWrote);
            foreach (var line in invitation.Words.Split('\n'))
            {
                lines.Add($"> {line}"); // quoted, so that nothing in it is taken for ours
            }

            lines.Gap();
        }

        var page = links.Page(language, invitation.Hash).ToString();
        return lines.Add(InvitationText.SeeIt).Add(page).Gap()
            .Add(InvitationText.OnlyOne).Gap()
            .Add("-- ").Add(InvitationText.NoMore).Add(page).ToString();
    }
}

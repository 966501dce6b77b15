using Ical.Net;
using Ical.Net.CalendarComponents;
using MimeKit;
using Orleans.Storage;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>
/// Answers that members give in their calendar program, which sends them to the organizer (RFC 5546, 3.2.3). The UID of the event holds the id of the letter that
/// invited them, which nobody else has; a reply counts when it names the very person who got that letter, and goes the way of an answer on a page.
/// </summary>
internal sealed class CalendarReplies(LetterOutbox outbox, AccountStore accounts, MeetingQueries meetings, MemberQueries members, IGrainFactory grains, TimeProvider clock) : IReadsMail
{
    // A clock that is wrong by more cannot say what was last.
    private static readonly TimeSpan fastestClock = TimeSpan.FromDays(1);

    // A counter-proposal is for a person to read.
    public bool Reads(ContentType part) => part.IsMimeType("text", "calendar") && string.Equals(part.Parameters["method"], "REPLY", StringComparison.OrdinalIgnoreCase);

    public async Task<Func<Transaction, Task>?> Read(string text, CancellationToken cancellationToken)
    {
        if (ReplyIn(text) is not { } reply || MeetingCalendar.ReadUid(reply.Uid) is not var (meeting, invitation)
            || await outbox.Find(invitation, cancellationToken) is not { } letter || letter.Fact != MeetingCalendar.InvitingFact || letter.About != meeting
            || await accounts.Find(letter.AccountId, cancellationToken) is not { } account || account.Stay != letter.Stay || EmailAddress.Parse(reply.Attendee)?.Value != account.Address)
        {
            return null;
        }

        var member = new Actor(account.Id, []);
        if (reply.Stamp < clock.GetUtcNow() + fastestClock && await meetings.Find(meeting, member, cancellationToken) is { } found && await AnswerOf(reply, found, member, cancellationToken) is { } answer)
        {
            // Refused is what comes too late, or answers what is no longer so: their calendar cannot be told, and the page asks.
            var result = await grains.Meeting(meeting).Do(new AnswerInvitation(member, answer, Reply: new(reply.Sequence, reply.Stamp)));
            // What could not be stored is read again.
            if (result.Refusals.FirstOrDefault(r => r.Code is StorageFailure.Full or StorageFailure.Unavailable or StorageFailure.Stale) is { } unsaved)
            {
                throw new InconsistentStateException(unsaved.Code);
            }
        }

        return _ => Task.CompletedTask;
    }

    private async Task<RsvpAnswer?> AnswerOf(Reply reply, Meeting meeting, Actor member, CancellationToken cancellationToken) => reply.Status switch
    {
        EventParticipationStatus.Declined => RsvpAnswer.Regrets,
        EventParticipationStatus.Accepted => meeting.Plan.Mode switch
        {
            MeetingMode.InPerson => RsvpAnswer.InPerson,
            MeetingMode.Remote => RsvpAnswer.Remote,
            _ => await WayOf(meeting, member, cancellationToken),
        },
        _ => null,
    };

    // What they said of this meeting, else how they like to take part.
    private async Task<RsvpAnswer> WayOf(Meeting meeting, Actor member, CancellationToken cancellationToken) =>
        meeting.AnswerOf(member) is { } said and (RsvpAnswer.InPerson or RsvpAnswer.Remote) ? said
        : (await members.Find(member.Id, cancellationToken)).Profile.Mode switch
        {
            "in-person" => RsvpAnswer.InPerson,
            "remote" => RsvpAnswer.Remote,
            _ => RsvpAnswer.Coming,
        };

    private static Reply? ReplyIn(string text)
    {
        try
        {
            return Calendar.Load(text) is { Method: { } method, Events: [CalendarEvent { Uid: { } uid, DtStamp: { } stamp, Attendees: [{ Value: { } attendee } one] } reply] }
                && string.Equals(method, "REPLY", StringComparison.OrdinalIgnoreCase)
                && string.Equals(attendee.Scheme, "mailto", StringComparison.OrdinalIgnoreCase)
                ? new(uid, reply.Sequence, stamp.AsUtc, Uri.UnescapeDataString(attendee.OriginalString[(attendee.OriginalString.IndexOf(':', StringComparison.Ordinal) + 1)..]), one.ParticipationStatus?.ToUpperInvariant())
                : null;
        }
        catch (Exception nonsense) when (nonsense is not OutOfMemoryException)
        {
            return null; // from strangers, by a library that has no one word for what it does not understand
        }
    }

    private sealed record Reply(string Uid, int Sequence, DateTime Stamp, string Attendee, string? Status);
}

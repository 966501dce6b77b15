using MimeKit;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Inbox;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Inbox;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Outbox;

namespace RecoveryCoP.Chapter.Tests.Notices;

/// <summary>
/// A chapter of 38 members lives through fourteen months of meetings, on the third Tuesday of each, with both changes of the clocks. Members come, go, want no
/// letters, have addresses that are refused at once or from which letters come back; the server asks to wait or hangs up after it took a letter; the node is cut off and started again, and is away for a fortnight.
/// </summary>
public sealed class Fourteen_months_of_meetings(ImapServer imap)
{
    private const int Members = 38, Months = 14;

    private readonly Random _random = new(Seed.Say());
    private readonly Dictionary<string, (Actor Who, DateTimeOffset? Left)> _people = [];
    private readonly HashSet<string> _steady = [];
    private WritingChapter _chapter = null!;
    private Mailbox _box = null!;
    private string _refused = "", _returned = "";
    private int _hangUps, _returns;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task write_each_letter_once_to_just_those_it_is_for()
    {
        _box = await Mailbox.New(imap);
        await using var chapter = _chapter = await WritingChapter.Start(null, [.. _box.Settings, ("Mail:MostPerDay", "100000"), ("Mail:SenderAddress", "messages@exemple.org")]);
        await People();

        List<DateOnly> days = [];
        for (var month = 0; month < Months; month++)
        {
            var day = ThirdTuesday(new DateOnly(2026, 3, 1).AddMonths(month));
            var id = await Plan(day);
            var moved = month % 5 == 3 ? day.AddDays(1) : (DateOnly?)null;
            await Until(day.AddDays(-5), month == 7);
            if (moved is { } other)
            {
                await chapter.Do(id, new RevisePlan(chapter.Facilitator, 1, PlanFor(other)));
            }

            if (month % 6 == 5)
            {
                await chapter.Do(id, new CancelMeeting(chapter.Facilitator, "Tempête."));
            }

            await Change();
            await Until((moved ?? day).AddDays(1), isAway: false);
            days.Add(day);
        }

        var letters = chapter.Mail.Letters.Select(l => (To: l.To.Mailboxes.Single().Address, l.Subject, l.MessageId, l.Date)).ToList();
        // Handed in twice only where the server hung up before we knew; always as the same letter.
        Assert.InRange(letters.Count - letters.DistinctBy(l => l.MessageId).Count(), 0, _hangUps);
        // A subject has the kind and the day: no two letters tell one person the same.
        Assert.Empty(letters.DistinctBy(l => l.MessageId).GroupBy(l => (l.To, l.Subject)).Where(g => g.Count() > 1).Select(g => $"{g.Key.To}: {g.Key.Subject}"));
        Assert.Empty(letters.Where(l => _people[l.To].Left <= l.Date).Select(l => $"{l.To}: {l.Subject} at {l.Date}"));
        // Neither late in the evening nor at night.
        Assert.Empty(letters.Where(l => TimeZoneInfo.ConvertTime(l.Date, Dates.Zone).Hour is >= 21 or < 8).Select(l => $"{l.To}: {l.Subject} at {l.Date}"));
        // Whoever looks after the node sees both addresses that do not work, and no other.
        Assert.Equal(
            [(_people[_returned].Who.Id, "5.2.2"), (_people[_refused].Who.Id, "550")],
            (await chapter.Get<LetterOutbox>().Refused(Cancel)).Select(r => (r.AccountId, r.Why)).OrderBy(r => r.Why));
        Assert.True(_returns > Months);
        foreach (var member in _steady)
        {
            var own = letters.Where(l => l.To == member).Select(l => l.Subject).ToHashSet();
            Assert.Empty(days.Select(d => $"Rencontre du {Told(d)}").Except(own));
            // Not of the two that were cancelled, nor under their first day of the three that were moved.
            var reminded = days.Where((_, month) => month % 6 != 5 && month % 5 != 3);
            Assert.Equal(reminded, days.Where(d => own.Contains($"Rappel\u00a0: rencontre du {Told(d)}")));
        }
    }

    private async Task People()
    {
        for (var number = 0; number < Members; number++)
        {
            await Come();
        }

        _steady.UnionWith(_people.Keys.Take(10));
        (_refused, _returned) = (_people.Keys.ElementAt(20), _people.Keys.ElementAt(21));
        _chapter.Mail.Unknown[_refused] = true;
        _people["facilitatrice@exemple.org"] = (_chapter.Facilitator, null);
    }

    private async Task Come()
    {
        var (who, address) = await _chapter.AddMember();
        _people[address] = (who, null);
    }

    // Somebody comes, somebody goes, somebody wants no letters; never one of those whose letters are counted.
    private async Task Change()
    {
        await Come();
        var others = _people.Where(p => !_steady.Contains(p.Key) && p.Key != _refused && p.Key != _returned && p.Value.Left is null && p.Value.Who.Id != _chapter.Facilitator.Id).ToList();
        var (gone, still) = (others[_random.Next(others.Count)], others[_random.Next(others.Count)]);
        await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(still.Value.Who.Id).Do(new DeclineLetters(still.Value.Who, "reminder"));
        Assert.True((await _chapter.Get<People>().End(new(gone.Value.Who, gone.Value.Who.Id), Cancel)).Succeeded);
        _people[gone.Key] = (gone.Value.Who, _chapter.Clock.GetUtcNow());
    }

    private Task<Guid> Plan(DateOnly day) => _chapter.Announce(day.ToDateTime(new(18, 30)));

    private static MeetingPlan PlanFor(DateOnly day) => MeetingSamples.Plan with { Start = day.ToDateTime(new(18, 30)) };

    // Twice a day it is looked and sent, and more often in the last two days, with whatever goes wrong.
    private async Task Until(DateOnly day, bool isAway)
    {
        if (isAway)
        {
            _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(14));
        }

        while (Dates.DayOf(_chapter.Clock.GetUtcNow()) < day)
        {
            _chapter.Mail.HangsUp = _random.Next(12) == 0;
            var taken = await _chapter.Pass(TimeSpan.FromHours(Dates.DayOf(_chapter.Clock.GetUtcNow()).AddDays(2) < day ? 12 : 3));
            if (_chapter.Mail.HangsUp)
            {
                _hangUps += taken.Count;
                _chapter.Mail.HangsUp = false;
                taken = [.. taken, .. await _chapter.Pass(TimeSpan.FromMinutes(6))];
            }

            await ComeBack(taken);
            if (_random.Next(60) == 0)
            {
                await _chapter.Restart();
            }
        }

        await ComeBack(await _chapter.Pass(TimeSpan.FromHours(5)));
    }

    // One mailbox is full for good: its server takes each letter, and sends it back.
    private async Task ComeBack(IReadOnlyList<MimeMessage> taken)
    {
        var returned = taken.Where(l => l.To.Mailboxes.Single().Address == _returned).DistinctBy(l => l.MessageId).ToList();
        if (returned.Count > 0)
        {
            await _box.Deliver([.. returned.Select(l => Post.Report(l, "failed", "5.2.2"))]);
            await _chapter.Get<InboxReader>().Look(Cancel);
            _returns += returned.Count;
        }
    }

    private static DateOnly ThirdTuesday(DateOnly first) => first.AddDays((((int)DayOfWeek.Tuesday - (int)first.DayOfWeek + 7) % 7) + 14);

    private static string Told(DateOnly day) => $"mardi {Dates.Day(day, Language.French)}";
}

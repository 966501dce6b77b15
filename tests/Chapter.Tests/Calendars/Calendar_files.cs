using System.Text;
using System.Text.Json;
using RecoveryCoP.Chapter.Calendars;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.Calendars;

/// <summary>
/// Files as the program writes them, kept beside this test byte for byte, and read by a program in another language: the table below says what must be in each of them.
/// </summary>
public sealed class Calendar_files
{
    private const string Folder = "tests/Chapter.Tests/Calendars/Golden";

    private const string Street = "1234, boulevard de l’Université Est prolongé jusqu’à l’entrée côté jardin près du vieil érable";

    private static readonly Guid _letter = Guid.Parse("01990000-0000-7000-8000-00000000abcd");

    // The library, which writes them, knows nothing of this table.
    private static readonly Meet[] _meetings =
    [
        new(1, "2026-03-06T18:30:00", "2026-03-06T23:30:00Z", "2026-03-07T01:30:00Z") { Plan = p => p with { Place = "Maison des Érables, " + Street, LinkFor = LinkAudience.Answered }, Location = Street },
        new(2, "2026-03-10T18:30:00", "2026-03-10T22:30:00Z", "2026-03-11T00:30:00Z") { Description = "https://video.example.org/mars\n514 555-0100" },
        new(3, "2026-04-14T18:30:00", "2026-04-15T22:30:00Z", "2026-04-16T00:30:00Z") { Sequence = 2, MovedTo = "2026-04-15T18:30:00", Description = "https://video.example.org/mars\n514 555-0100" },
        new(4, "2026-05-12T18:30:00", "2026-05-12T22:30:00Z", "2026-05-13T00:30:00Z") { Sequence = 2, Status = "CANCELLED", IsOpen = true },
        // The clocks go back in it: three hours by the clock are four.
        new(5, "2026-11-01T00:30:00", "2026-11-01T04:30:00Z", "2026-11-01T08:30:00Z") { IsOpen = true, Plan = p => p with { Minutes = 240 }, Description = "https://video.example.org/mars\n514 555-0100" },
        new(6, "2026-11-03T18:30:00", "2026-11-03T23:30:00Z", "2026-11-04T01:30:00Z") { Sequence = 0, Status = "TENTATIVE" },
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_byte_for_byte_as_they_were()
    {
        await using var chapter = await WritingChapter.Start(null, ("Node:PublicAddress", "https://espace.example.org"), ("Mail:SenderAddress", "messages@espace.example.org"), ("Inbox:Host", "imap.example.org"), ("Inbox:User", "messages@espace.example.org"));
        foreach (var meeting in _meetings)
        {
            await meeting.Hold(chapter);
        }

        using var program = new HttpClient();
        foreach (var (file, language) in new[] { ("membre.fr.ics", "fr"), ("membre.en.ics", "en") })
        {
            var (who, _) = await chapter.AddMember(language: language);
            var (hash, @sealed) = chapter.Get<CalendarSecrets>().Make();
            await chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id).Do(new MakeCalendarAddress(who, hash, @sealed));
            var address = chapter.Get<CalendarSecrets>().AddressOf((await chapter.Get<MemberQueries>().Find(who.Id, Cancel)).Calendar!)!;
            IsAsWritten(file, await program.GetByteArrayAsync(new Uri(chapter.Address, address.AbsolutePath), Cancel));
        }

        IsAsWritten("ouvertes.fr.ics", await program.GetByteArrayAsync(new Uri(chapter.Address, "/calendrier/rencontres-ouvertes.ics"), Cancel));
        IsAsWritten("ouvertes.en.ics", await program.GetByteArrayAsync(new Uri(chapter.Address, "/calendar/open-meetings.ics"), Cancel));
        var reader = (await chapter.Get<AccountStore>().Find((await chapter.AddMember("voisine@exemple.org")).Who.Id, Cancel))!;
        foreach (var (file, id, language) in new[] { ("rencontre.fr.ics", 1, Language.French), ("rencontre.en.ics", 1, Language.English), ("deplacee.fr.ics", 3, Language.French), ("annulee.fr.ics", 4, Language.French), ("annulee.en.ics", 4, Language.English) })
        {
            var meeting = (await chapter.Get<MeetingQueries>().Find(Meet.IdOf(id), chapter.Facilitator, Cancel))!;
            IsAsWritten(file, Encoding.UTF8.GetBytes(chapter.Get<MeetingCalendar>().FileOf(meeting, language, null, reader).Text));
        }

        await chapter.Do(Meet.IdOf(2), new AnswerInvitation(new(reader.Id, []), RsvpAnswer.Remote));
        foreach (var (file, id) in new[] { ("invitation.fr.ics", 1), ("invitation-repondue.fr.ics", 2), ("invitation-deplacee.fr.ics", 3), ("invitation-annulee.fr.ics", 4) })
        {
            var meeting = (await chapter.Get<MeetingQueries>().Find(Meet.IdOf(id), chapter.Facilitator, Cancel))!;
            IsAsWritten(file, Encoding.UTF8.GetBytes(chapter.Get<MeetingCalendar>().FileOf(meeting, Language.French, _letter, reader).Text));
        }
    }

    [Fact]
    public async Task say_to_a_program_in_another_language_what_they_must()
    {
        if (OperatingSystem.IsWindows())
        {
            Required.Missing("python", "tests/Interop/calendars/run is a script for a shell.", "Run it on Linux or macOS.");
        }

        using var folder = new TemporaryFolder();
        var table = folder.File("expected.json");
        await File.WriteAllTextAsync(
            table,
            JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["membre.fr.ics"] = Feed("Rencontres", _meetings.Select(m => m.Event(french: true, withHow: true))),
                ["membre.en.ics"] = Feed("Meetings", _meetings.Select(m => m.Event(french: false, withHow: true))),
                ["ouvertes.fr.ics"] = Feed("Rencontres", _meetings.Where(m => m.IsOpen).Select(m => m.Event(french: true, withHow: false))),
                ["ouvertes.en.ics"] = Feed("Meetings", _meetings.Where(m => m.IsOpen).Select(m => m.Event(french: false, withHow: false))),
                ["rencontre.fr.ics"] = Of("PUBLISH", _meetings[0].Event(french: true, withHow: false)),
                ["rencontre.en.ics"] = Of("PUBLISH", _meetings[0].Event(french: false, withHow: false)),
                ["deplacee.fr.ics"] = Of("PUBLISH", _meetings[2].Event(french: true, withHow: false)),
                ["annulee.fr.ics"] = Of("CANCEL", _meetings[3].Event(french: true, withHow: false)),
                ["annulee.en.ics"] = Of("CANCEL", _meetings[3].Event(french: false, withHow: false)),
                ["invitation.fr.ics"] = Of("REQUEST", _meetings[0].Event(french: true, withHow: false, "NEEDS-ACTION")),
                ["invitation-repondue.fr.ics"] = Of("REQUEST", _meetings[1].Event(french: true, withHow: false, "ACCEPTED")),
                ["invitation-deplacee.fr.ics"] = Of("REQUEST", _meetings[2].Event(french: true, withHow: false, "NEEDS-ACTION")),
                ["invitation-annulee.fr.ics"] = Of("CANCEL", _meetings[3].Event(french: true, withHow: false, "NEEDS-ACTION")),
            }),
            Cancel);

        await using var script = ChildProcess.Start("sh", [Path.Combine(Repository.Root, "tests", "Interop", "calendars", "run"), table, Path.Combine(Repository.Root, Folder)]);
        script.EndInput();
        var said = await script.Ended(Cancel);
        if (said.ExitCode == 77)
        {
            Required.Missing("python", said.Error.Trim(), "");
        }

        Assert.True(said.ExitCode == 0, $"{said.Output}\n{said.Error}");
    }

    [Theory]
    [InlineData("Maison des Érables, 45, rue King Ouest, Sherbrooke", "45, rue King Ouest")]
    [InlineData("45, rue King Ouest, Maison des Érables", "45, rue King Ouest")]
    [InlineData("12 rue Principale, 2e étage, Centre de crise", "12 rue Principale")]
    [InlineData("12 rue Principale – Centre de crise", "12 rue Principale")]
    [InlineData("45 rue King Ouest", "45 rue King Ouest")]
    [InlineData("Centre de crise – 3e étage, 12B boulevard Portland (sonnez)", "12B boulevard Portland")]
    [InlineData("CLSC, 2e étage", "")]
    [InlineData("Salle B-12, maison des Érables", "")]
    [InlineData("Salle 2, maison des Érables", "")]
    [InlineData("", "")]
    public void say_the_street_without_the_name_of_the_house(string place, string street) => Assert.Equal(street, MeetingCalendar.StreetOf(place));

    private static object Feed(string name, IEnumerable<object> events) => new { method = "PUBLISH", name, events };

    private static object Of(string method, object meeting) => new { method, name = "", events = new[] { meeting } };

    private static void IsAsWritten(string file, byte[] now)
    {
        var path = Path.Combine(Repository.Root, Folder, file);
        if (Environment.GetEnvironmentVariable(Manifest.Variable) == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, now);
        }

        Assert.True(File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(now), $"{file} is not what is written any more. Look at what changed, then run the tests with {Manifest.Variable}=write.\n{Encoding.UTF8.GetString(now)}");
    }

    private sealed record Meet(int Number, string Local, string Starts, string Ends)
    {
        public int Sequence { get; init; } = 1;

        public string Status { get; init; } = "CONFIRMED";

        public string? MovedTo { get; init; }

        public bool IsOpen { get; init; }

        public string Location { get; init; } = "";

        public string Description { get; init; } = "";

        public Func<MeetingPlan, MeetingPlan> Plan { get; init; } = plan => plan;

        public static Guid IdOf(int number) => Guid.Parse($"01990000-0000-7000-8000-{number:d12}");

        public async Task Hold(WritingChapter chapter)
        {
            var id = IdOf(Number);
            var plan = Plan(MeetingSamples.Plan with { Start = DateTime.Parse(Local, System.Globalization.CultureInfo.InvariantCulture), OpenToGuests = IsOpen });
            await chapter.Do(id, new PlanMeeting(chapter.Facilitator, plan));
            if (Status != "TENTATIVE")
            {
                await chapter.Do(id, new AnnounceMeeting(chapter.Facilitator, 1));
            }

            if (MovedTo is { } moved)
            {
                await chapter.Do(id, new RevisePlan(chapter.Facilitator, 1, plan with { Start = DateTime.Parse(moved, System.Globalization.CultureInfo.InvariantCulture) }));
            }

            if (Status == "CANCELLED")
            {
                await chapter.Do(id, new CancelMeeting(chapter.Facilitator, "La salle est fermée."));
            }
        }

        public object Event(bool french, bool withHow, string? asked = null) => new
        {
            uid = asked is null ? $"{IdOf(Number)}@espace.example.org" : $"{IdOf(Number)}.{_letter:N}@espace.example.org",
            starts = Starts,
            ends = Ends,
            sequence = Sequence,
            status = Status,
            summary = (Status, french) switch
            {
                ("CANCELLED", true) => "Annulée\u00a0: rencontre",
                ("CANCELLED", false) => "Cancelled: meeting",
                ("TENTATIVE", true) => "Rencontre (à confirmer)",
                ("TENTATIVE", false) => "Meeting (to be confirmed)",
                (_, true) => "Rencontre",
                _ => "Meeting",
            },
            location = Location,
            description = withHow ? Description : "",
            attendee = asked is null ? "" : $"mailto:voisine@exemple.org {asked} RSVP=TRUE",
        };
    }
}

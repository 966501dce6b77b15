using Microsoft.Extensions.Hosting;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>What whoever has the server can bring along from its command line: the same as on the pages, in the name of the steward who has been one longest.</summary>
internal static class MovingVerbs
{
    private const string MeetingsOption = "meetings", RosterOption = "roster", HourOption = "hour", MinutesOption = "minutes", ModeOption = "mode", LanguageOption = "language", MoveOption = "move";

    private static readonly VerbOption[] _files =
    [
        new(MeetingsOption, new("Les rencontres passées, en CSV ou iCalendar", "The past meetings, as CSV or iCalendar")),
        new(RosterOption, new("La liste des personnes, en CSV", "The list of people, as CSV")),
        new(HourOption, new("Heure habituelle\u00a0: 18:00", "Usual time: 18:00")),
        new(MinutesOption, new("Durée habituelle\u00a0: 120", "Usual length: 120")),
        new(ModeOption, new("Comment on participait\u00a0: in-person, remote ou hybrid", "How people took part: in-person, remote or hybrid")),
        new(LanguageOption, new("Langue des titres et des notes\u00a0: fr ou en", "Language of titles and notes: fr or en")),
    ];

    public static Verb Preview { get; } = new(
        "move-in-preview", new("Dit ce qui serait repris d’un groupe qui existait avant; rien ne change", "Says what would be brought along from a group that existed before; nothing changes"), _files,
        (services, values, cancellationToken) => Run(services, values, isDone: false, cancellationToken));

    public static Verb MoveIn { get; } = new(
        "move-in", new("Reprend ce qu’un groupe qui existait avant a déjà, comme move-in-preview le montre", "Brings along what a group that existed before has, as move-in-preview shows it"), _files,
        (services, values, cancellationToken) => Run(services, values, isDone: true, cancellationToken));

    public static Verb Undo { get; } = new(
        "move-in-undo", new("Enlève tout ce qu’une reprise a apporté", "Takes out all that a move brought"), [new(MoveOption, new("Laquelle, comme move-in l’a dit", "Which one, as move-in said"), Required: true)],
        async (services, values, cancellationToken) =>
        {
            if (await TemplateVerbs.Steward(services, cancellationToken) is not { } steward)
            {
                return TemplateVerbs.NoSteward;
            }

            if (!IsServing(services))
            {
                return VerbResult.Refused(services, [Refusal.Of("moving-in.not-serving")]);
            }

            if (!Guid.TryParse(values[MoveOption], out var id))
            {
                return VerbResult.Refused(services, [Refusal.Of("moving-in.stale")]);
            }

            var undone = await services.GetRequiredService<MovingRuns>().Undo(steward, id, cancellationToken);
            return undone.Succeeded ? VerbResult.Done(await Said(services, id, cancellationToken)) : VerbResult.Refused(services, undone.Refusals);
        });

    private static async Task<VerbResult> Run(IServiceProvider services, IReadOnlyDictionary<string, string> values, bool isDone, CancellationToken cancellationToken)
    {
        var form = new MovingForm
        {
            Hour = values.GetValueOrDefault(HourOption, "18:00"), Minutes = values.GetValueOrDefault(MinutesOption, "120"), Mode = values.GetValueOrDefault(ModeOption, "in-person"),
            Language = values.GetValueOrDefault(LanguageOption, "fr"),
        };
        if (MovingForm.Validator.Errors(form) is { Count: > 0 } wrong)
        {
            return VerbResult.Refused(services, wrong);
        }

        if (await TemplateVerbs.Steward(services, cancellationToken) is not { } steward)
        {
            return TemplateVerbs.NoSteward;
        }

        if (isDone && !IsServing(services))
        {
            return VerbResult.Refused(services, [Refusal.Of("moving-in.not-serving")]);
        }

        List<string> said = [];
        foreach (var option in new[] { MeetingsOption, RosterOption }.Where(values.ContainsKey))
        {
            var file = new FileInfo(values[option]);
            if (!file.Exists || file.Length > MovingLimits.LargestFile)
            {
                return VerbResult.Refused(services, [file.Exists ? Refusal.Of("moving-in.file-too-large", option, MovingLimits.LargestMegabytes) : Refusal.Of("moving-in.file-missing", option)]);
            }

            var read = Roster.TextOf(await File.ReadAllBytesAsync(file.FullName, cancellationToken), option);
            if (read.Value is not { } text)
            {
                return VerbResult.Refused(services, read.Refusals);
            }

            var done = option == MeetingsOption ? await Meetings(services, steward, text, form.Usual, isDone, said, cancellationToken) : await People(services, steward, text, isDone, said, cancellationToken);
            if (!done.Succeeded)
            {
                return VerbResult.Refused(string.Join('\n', [.. said, VerbResult.Refused(services, done.Refusals).Output]));
            }
        }

        return said.Count == 0 ? VerbResult.Refused(services, [Refusal.Of("moving-in.file-missing")]) : VerbResult.Done(string.Join('\n', said));
    }

    private static async Task<Result> Meetings(IServiceProvider services, Actor steward, string text, UsualMeeting usual, bool isDone, List<string> said, CancellationToken cancellationToken)
    {
        var read = await services.GetRequiredService<MeetingsPreview>().Of(text, usual, cancellationToken);
        if (read.Value is not { } found)
        {
            return read.WithoutValue;
        }

        var texts = services.GetRequiredService<RefusalTexts>();
        said.AddRange(found.Notes.Select(n => $"{(n.IsFault ? '!' : '=')} {Digits.Of(n.Line)}: {texts[n.Why].OnOneLine()}"));
        said.AddRange(found.Meetings.Select(m => $"+ {Digits.Of(m.Line)}: {m.Start:yyyy-MM-dd HH:mm} {m.Title}"));
        if (!isDone)
        {
            return Result.Done;
        }

        var id = NewId(services);
        var made = await services.GetRequiredService<MovingRuns>().BringMeetings(steward, id, found.Meetings, usual.Language, cancellationToken);
        said.AddRange(made.Succeeded ? [await Said(services, id, cancellationToken)] : Array.Empty<string>());
        return made;
    }

    private static async Task<Result> People(IServiceProvider services, Actor steward, string text, bool isDone, List<string> said, CancellationToken cancellationToken)
    {
        var read = Roster.Read(text);
        if (read.Value is not { } roster)
        {
            return read.WithoutValue;
        }

        // Who they are does not go to a console.
        var listed = roster.Listed(roster.LikelyAddresses!.Value, roster.LikelyLanguages);
        said.AddRange(listed.Where(p => !p.IsGood).Select(p => $"! {Digits.Of(p.Number)}: {(p.IsRepeated ? InvitationText.Repeated : InvitationText.NoAddress).OnOneLine()}"));
        said.Add(InvitationText.GoodCount.For(listed.Count(p => p.IsGood)).OnOneLine());
        if (!isDone)
        {
            return Result.Done;
        }

        var id = NewId(services);
        var made = await services.GetRequiredService<MovingRuns>().BringRoster(steward, id, listed, null, cancellationToken);
        said.AddRange(made.Succeeded ? [await Said(services, id, cancellationToken)] : Array.Empty<string>());
        return made;
    }

    private static async Task<string> Said(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var move = (await services.GetRequiredService<MoveQueries>().Find(id, cancellationToken))!;
        var texts = services.GetRequiredService<RefusalTexts>();
        return string.Join('\n', [$"{move.Id} {move.What} {move.State} {Digits.Of(move.MadeCount)}/{Digits.Of(move.Count)}", .. move.Refused.Concat(move.Left).Select(r => $"! {Digits.Of(r.Line)}: {texts[r.Why].OnOneLine()}")]);
    }

    // Records are written by the node that serves alone.
    private static bool IsServing(IServiceProvider services) => services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested;

    private static Guid NewId(IServiceProvider services) => Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow());
}

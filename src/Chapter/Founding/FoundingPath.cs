using System.Text.Json;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>What comes next on the way from an empty chapter to one with its first meeting.</summary>
public enum FoundingStep
{
    /// <summary>Which template.</summary>
    Template,

    /// <summary>When and where the first meeting is.</summary>
    Meeting,

    /// <summary>Whether the chapter joins a hub now.</summary>
    Hub,

    /// <summary>What will be made.</summary>
    Preview,

    /// <summary>It is being made.</summary>
    Making,

    /// <summary>It is made, or there was nothing to make.</summary>
    Made,
}

/// <summary>How far somebody has come.</summary>
/// <param name="Answers">What was answered.</param>
/// <param name="Installed">What is installed.</param>
/// <param name="Template">The template that was chosen; null while none is, or when it cannot be had any longer.</param>
/// <param name="Language">The language in which it is taken where things are written in one.</param>
/// <param name="Step">What comes next.</param>
public sealed record FoundingState(FoundingAnswers Answers, InstalledTemplate Installed, Template? Template, Language Language, FoundingStep Step)
{
    /// <summary>Names what a preview shows: what somebody decided on before one of its parts changed is stale.</summary>
    public string Seen => TextStore.NameOf(JsonSerializer.SerializeToUtf8Bytes(new { Installed.Version, Template?.Head, Template?.Items, Answers.Meeting }, GrainJson.Options));
}

/// <summary>
/// Leads from an empty chapter to one with its first meeting. Every answer is kept as soon as it is given, and where somebody is follows from what there is: so it can be broken off
/// anywhere, and taken up by another steward.
/// </summary>
public sealed class FoundingPath(
    Database database, InstalledTemplates installed, IEnumerable<ITemplateSource> sources, TemplateComparison comparison, TemplateInstaller installer, HubLinks links, People people, IGrainFactory grains, TimeProvider clock)
{
    private IFoundingAnswersGrain This => grains.GetGrain<IFoundingAnswersGrain>(FoundingAnswers.TheId);

    /// <summary>Where somebody is.</summary>
    public async Task<FoundingState> Now(Language reader, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>(
            "select cast(state as text) from grain_state where kind = @kind and id = @id", new { kind = FoundingAnswers.Kind, id = FoundingAnswers.TheId }, cancellationToken);
        var answers = json is null ? new() : JsonSerializer.Deserialize<FoundingAnswers>(json, GrainJson.Options)!;
        var there = await installed.Find(cancellationToken);
        var template = await Find(answers.Template, cancellationToken);
        var language = comparison.LanguageOf(there, reader);
        var step = there.IsBusy ? FoundingStep.Making
            : there.Head is not null ? FoundingStep.Made
            : template is null && answers.Template != FoundingAnswers.NoTemplate ? FoundingStep.Template
            : template is not null && !IsAnswered(answers, template, language) ? FoundingStep.Meeting
            : !answers.HubDecided && await links.Find(cancellationToken) is null ? FoundingStep.Hub
            : template is null ? FoundingStep.Made
            : FoundingStep.Preview;
        return new(answers, there, template, language, step);
    }

    /// <summary>Templates from which a chapter can begin, the program's own first.</summary>
    public async Task<IReadOnlyList<AvailableTemplate>> Available(CancellationToken cancellationToken)
    {
        List<AvailableTemplate> all = [];
        foreach (var source in sources)
        {
            all.AddRange(await source.Available(cancellationToken));
        }

        return [.. all.Where(a => TemplateRefusals.RefusalFor(new(), a.Head) is null)];
    }

    /// <summary>Chooses a template that can be had and read, or none.</summary>
    public async Task<Result> Choose(Actor actor, string key, CancellationToken cancellationToken)
    {
        if (key is not ("" or FoundingAnswers.NoTemplate))
        {
            if ((await Available(cancellationToken)).FirstOrDefault(a => a.Key == key) is not { } chosen)
            {
                return Refusal.Of("template.unknown", nameof(ChooseTemplate.Template));
            }

            if (await chosen.Read(cancellationToken) is { Succeeded: false } unread)
            {
                return unread.WithoutValue;
            }
        }

        return await This.Do(new ChooseTemplate(actor, key));
    }

    /// <summary>Keeps when and where the first meeting is.</summary>
    public async Task<Result> Set(Actor actor, FirstMeetingForm form, FoundingState state) =>
        state.Template is not { } template ? Refusal.Of("founding.template-missing")
        : form.Errors(template, state.Language, clock.GetUtcNow()) is { Count: > 0 } errors ? Result.Refused(errors)
        : await This.Do(new SetFirstMeeting(actor, form.ToAnswers()));

    /// <summary>Keeps that the hub was decided on.</summary>
    public Task<Result> DecideOnHub(Actor actor) => This.Do(new DecideOnHub(actor));

    /// <summary>Begins to make it; the changes are made beside the pages. Whoever comes second is told so.</summary>
    public async Task<Result> Make(Actor actor, FoundingState state, string? seen, CancellationToken cancellationToken)
    {
        if (state.Installed.IsBusy)
        {
            return TemplateRefusals.Busy;
        }

        if (state.Step != FoundingStep.Preview || state.Seen != seen)
        {
            return Refusal.Of("founding.preview-stale");
        }

        return await Make(actor, state.Template!, state.Language, state.Answers.Meeting, waits: false, cancellationToken);
    }

    /// <summary>Makes it, without asking what somebody has seen.</summary>
    internal async Task<Result> Make(Actor actor, Template template, Language language, FirstMeetingAnswers? meeting, bool waits, CancellationToken cancellationToken)
    {
        // First, so that whoever founds can announce the meeting even where this is broken off.
        if (meeting is { Leads: true } && !actor.Is(ChapterRoles.Facilitator))
        {
            await people.Give(new(actor, actor.Id, ChapterRoles.Facilitator), cancellationToken);
        }

        return await installer.Install(actor, template, language, FirstMeetingForm.ForTemplate(FirstMeetingForm.FirstSeries(template) is null ? null : meeting), cancellationToken, waits);
    }

    private async Task<Template?> Find(string key, CancellationToken cancellationToken) =>
        (await Available(cancellationToken)).FirstOrDefault(a => a.Key == key) is { } chosen ? (await chosen.Read(cancellationToken)).Value : null;

    private bool IsAnswered(FoundingAnswers answers, Template template, Language language) =>
        FirstMeetingForm.FirstSeries(template) is null || (answers.Meeting is { } meeting && FirstMeetingForm.Of(meeting).Errors(template, language, clock.GetUtcNow()).Count == 0);
}

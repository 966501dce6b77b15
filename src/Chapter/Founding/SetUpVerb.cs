using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.ReleasedTemplates;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;
using TemplateVerbs = RecoveryCoP.Chapter.Templates.TemplateVerbs;

namespace RecoveryCoP.Chapter.Founding;

/// <summary>
/// What follows founding from the command line: the template, its first meeting, the hub. <c>init</c> goes on with it; by itself it ends what was broken off, or does it later. What is
/// done already it leaves.
/// </summary>
internal static class SetUpVerb
{
    private const string Template = "template", FirstDate = "first-date", Time = "time", Days = "days", Place = "place", VideoLink = "video-link", Leads = "facilitator", HubCode = "hub-code", HubAddress = "hub-address";

    // What can be said for --template besides built-in, none and a path: what a hub released, by its id where there are several.
    private const string HubsTemplate = "released", HubsTemplateById = "released=";

    // What can be said for --days and --facilitator.
    private const string FirstDateDays = "first-date", TemplateDays = "template", Yes = "yes", No = "no";

    private static readonly Dictionary<string, string> fields = new()
    {
        [nameof(FirstMeetingForm.Date)] = FirstDate,
        [nameof(FirstMeetingForm.Time)] = Time,
        [nameof(FirstMeetingForm.Place)] = Place,
        [nameof(FirstMeetingForm.VideoLink)] = VideoLink,
        [nameof(EnrolChapter.Code)] = HubCode,
        [nameof(EnrolChapter.Address)] = HubAddress,
    };

    private static readonly IReadOnlyList<VerbOption> options =
    [
        new(Template, new("Le modèle\u00a0: built-in (celui du programme), released (celui que le carrefour a publié; released=son-identifiant s’il en a plusieurs), un dossier ou un fichier zip, ou none (par défaut)", "The template: built-in (the program’s own), released (what the hub released; released=its-id where there are several), a folder or a zip file, or none (the default)")),
        new(FirstDate, new("Le jour de la première rencontre, p. ex. 2026-03-17; par défaut, la prochaine date de la série du modèle", "The day of the first meeting, e.g. 2026-03-17; by default the next date of the template’s series")),
        new(Days, new("first-date si les rencontres tombent comme la première; template (par défaut) si elles tombent comme dans le modèle", "first-date when meetings fall as the first one does; template (the default) when they fall as in the template")),
        new(Time, new("L’heure, p. ex. 18:30; par défaut, celle du modèle", "The time, e.g. 18:30; by default the template’s")),
        new(Place, new("Le lieu des rencontres", "Where the meetings are")),
        new(VideoLink, new("Le lien de la vidéoconférence", "The link of the video call")),
        new(Leads, new("yes (par défaut) si la première personne anime les rencontres, no sinon", "yes (the default) when the first person leads the meetings, otherwise no")),
        new(HubCode, new("Le code donné par un carrefour", "The code that a hub gave")),
        new(HubAddress, new("L’adresse de ce carrefour, p. ex. https://carrefour.example.org:5443", "That hub’s address, e.g. https://hub.example.org:5443")),
        .. AnswersFile.Options,
    ];

    public static Verb SetUp { get; } = new(
        "set-up",
        new("Termine la fondation\u00a0: le modèle, la première rencontre, le carrefour. Ce qui est déjà fait reste", "Completes the setting up: the template, the first meeting, the hub. What is done already stays"),
        options,
        Do)
    {
        StartsNode = true,
        Alone = async (alone, cancellationToken) =>
        {
            var read = await AnswersFile.Read(alone.Values, [.. options, .. FoundingVerbs.Answers], cancellationToken);
            var preview = read.Value is { } values ? await Preview(values, cancellationToken) : Result<Text>.Refused(read.Refusals);
            return preview.Value is not { } words ? VerbResult.Refused(alone.Texts, preview.Refusals)
                : read.Value!.ContainsKey(AnswersFile.DryRun) ? VerbResult.Done(words)
                : null;
        },
        // Another process may do it, which has another working folder.
        Prepare = async (values, cancellationToken) =>
        {
            var said = (await AnswersFile.Read(values, [.. options, .. FoundingVerbs.Answers], cancellationToken)).Value!;
            return said.TryGetValue(Template, out var template) && template is not (BuiltInTemplates.Key or FoundingAnswers.NoTemplate) && HubsTemplateOf(said) is null ? new Dictionary<string, string>(said) { [Template] = Path.GetFullPath(template) } : said;
        },
    };

    /// <summary>What would be made, in words; refused with all that is wrong.</summary>
    public static async Task<Result<Text>> Preview(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var hub = HubErrors(values).ToList();
        var language = LanguageOf(values);
        var now = TimeProvider.System.GetUtcNow();
        if (HubsTemplateOf(values) is not null)
        {
            // What is in it only the hub can say, once it is asked.
            return hub.Concat(ChoiceErrors(values)).ToList() is { Count: > 0 } faults ? Result<Text>.Refused(faults)
                : Lines(values.ContainsKey(HubCode) ? [FoundingPathText.HubsTemplate, FoundingPathText.HubToo] : [FoundingPathText.HubsTemplate]);
        }

        var read = await Read(values, cancellationToken);
        if (read.Value is not { } template)
        {
            return Result<Text>.Refused([.. read.Refusals, .. hub]);
        }

        var form = FormOf(values, template, language, now);
        if (ChoiceErrors(values).Concat(Named(template.Items.Length > 0 ? form.Errors(template, language, now) : [])).Concat(hub).ToList() is { Count: > 0 } errors)
        {
            return Result<Text>.Refused(errors);
        }

        var lines = FoundingPreview.Of(template, language, FirstMeetingForm.FirstSeries(template) is null ? null : form.ToAnswers(), now);
        var name = template.Head.Name;
        List<Text> all = [template.Items.Length == 0 ? FoundingPathText.NothingMade : new(name.For(Language.French).Text, name.For(Language.English).Text)];
        all.AddRange(lines.SelectMany(p => p.Lines.Select(l => FoundingPathText.KindAndLine.With(p.Kind.Title, l))));
        if (values.ContainsKey(HubCode))
        {
            all.Add(FoundingPathText.HubToo);
        }

        return Lines(all);
    }

    private static async Task<VerbResult> Do(IServiceProvider services, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (await TemplateVerbs.Steward(services, cancellationToken) is not { } steward)
        {
            return TemplateVerbs.NoSteward;
        }

        var made = HubsTemplateOf(values) is { } id
            ? await MakeOfHub(services, steward, id, values, cancellationToken)
            : await Make(services, steward, await Read(values, cancellationToken), values, cancellationToken);
        if (!made.Succeeded)
        {
            return VerbResult.Refused(services, made.Refusals);
        }

        if (values.TryGetValue(HubCode, out var code) && await services.GetRequiredService<HubLinks>().Find(cancellationToken) is null
            && await services.GetRequiredService<Enrolment>().Enrol(code, values.GetValueOrDefault(HubAddress), cancellationToken) is { Succeeded: false } refused)
        {
            return VerbResult.Refused(services, Named(refused.Refusals));
        }

        await services.GetRequiredService<FoundingPath>().DecideOnHub(steward);
        var now = await services.GetRequiredService<InstalledTemplates>().Find(cancellationToken);
        return VerbResult.Done(now.Run is { } run ? (run.Refused.Count == 0 ? FoundingPathText.MadeAll.With(run.Done) : FoundingPathText.MadeSome.With(run.Done - run.Refused.Count, run.Refused.Count)) : FoundingPathText.NothingMade);
    }

    /// <summary>Takes what a hub released. What was taken once stays: a newer version is an upgrade.</summary>
    private static async Task<Result> MakeOfHub(IServiceProvider services, Actor steward, string id, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var installed = services.GetRequiredService<InstalledTemplates>();
        if (await installed.Find(cancellationToken) is { IsBusy: true } && await services.GetRequiredService<TemplateRuns>().Continue(cancellationToken) is { Succeeded: false } waits)
        {
            return waits;
        }

        if ((await installed.Find(cancellationToken)).Head is not null)
        {
            return Result.Done;
        }

        // The code that is for enrolling with opens what the hub gives to whoever has one.
        if (values.TryGetValue(HubCode, out var code) && await services.GetRequiredService<HubLinks>().Find(cancellationToken) is null
            && await services.GetRequiredService<FetchTemplates>().Do(new EnrolChapter { Code = code, Address = values.GetValueOrDefault(HubAddress) }, cancellationToken) is { Succeeded: false } refused)
        {
            return Result.Refused(Named(refused.Refusals));
        }

        var offers = new List<AvailableTemplate>();
        foreach (var source in services.GetServices<ITemplateSource>().Where(s => s.IsHubs))
        {
            offers.AddRange((await source.Available(cancellationToken)).Where(o => (id.Length == 0 || o.Head.Id == id) && TemplateRefusals.RefusalFor(new(), o.Head) is null));
        }

        if (offers is not [var offer])
        {
            return offers.Count == 0 ? Refusal.Of("founding.hub-has-none", $"--{Template}") : Refusal.Of("founding.hub-has-several", $"--{Template}", string.Join(", ", offers.Select(o => HubsTemplateById + o.Head.Id)));
        }

        return await Make(services, steward, await offer.Read(cancellationToken), values, cancellationToken);
    }

    private static async Task<Result> Make(IServiceProvider services, Actor steward, Result<Template> read, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (read.Value is not { Items.Length: > 0 } template)
        {
            return read.Succeeded ? Result.Done : Result.Refused(read.Refusals);
        }

        var (installed, path) = (services.GetRequiredService<InstalledTemplates>(), services.GetRequiredService<FoundingPath>());
        // Begun already: it ends before anything else is decided.
        if (await installed.Find(cancellationToken) is { IsBusy: true } && await services.GetRequiredService<TemplateRuns>().Continue(cancellationToken) is { Succeeded: false } waits)
        {
            return waits;
        }

        var there = await installed.Find(cancellationToken);
        if (there.Head == template.Head)
        {
            return Result.Done;
        }

        var language = services.GetRequiredService<TemplateComparison>().LanguageOf(there, LanguageOf(values));
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var form = FormOf(values, template, language, now);
        return form.Errors(template, language, now) is { Count: > 0 } errors ? Result.Refused(Named(errors)) : await path.Make(steward, template, language, form.ToAnswers(), waits: true, cancellationToken);
    }

    private static async Task<Result<Template>> Read(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        switch (values.GetValueOrDefault(Template, FoundingAnswers.NoTemplate))
        {
            case FoundingAnswers.NoTemplate:
                return Node.Templates.Template.None;
            case BuiltInTemplates.Key:
                return BuiltInTemplate.Template;
            case var path when Directory.Exists(path):
                return Usable(TemplateReader.OfFolder(path).Result);
            case var path when !File.Exists(path):
                return Refusal.Of("founding.template-not-there", $"--{Template}");
            case var path when new FileInfo(path).Length > TemplateUpload.LargestMegabytes * 1024 * 1024:
                return Refusal.Of("template.file-too-large", $"--{Template}", TemplateUpload.LargestMegabytes);
            case var path:
                return Usable(TemplateReader.Read(await File.ReadAllBytesAsync(path, cancellationToken)));
        }

        static Result<Template> Usable(Result<Template> read) => read.Value is { } template && TemplateRefusals.RefusalFor(new(), template.Head) is { } refusal ? refusal with { Field = $"--{Template}" } : read;
    }

    // The id that is asked for, empty where any is; null where the template is no hub's.
    private static string? HubsTemplateOf(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(Template) switch
    {
        HubsTemplate => "",
        { } named when named.StartsWith(HubsTemplateById, StringComparison.Ordinal) => named[HubsTemplateById.Length..],
        _ => null,
    };

    private static Text Lines(IReadOnlyList<Text> lines) => new(string.Join('\n', lines.Select(l => l.Fr)), string.Join('\n', lines.Select(l => l.En)));

    private static FirstMeetingForm FormOf(IReadOnlyDictionary<string, string> values, Template template, Language language, DateTimeOffset now)
    {
        var usual = FirstMeetingForm.From(template, language, now);
        return usual with
        {
            Date = values.GetValueOrDefault(FirstDate) ?? usual.Date,
            Time = values.GetValueOrDefault(Time) ?? usual.Time,
            OwnDays = values.GetValueOrDefault(Days) == FirstDateDays ? CheckField.Checked : null,
            Place = values.GetValueOrDefault(Place),
            VideoLink = values.GetValueOrDefault(VideoLink),
            Leads = values.GetValueOrDefault(Leads) == No ? null : CheckField.Checked,
        };
    }

    private static IEnumerable<Refusal> ChoiceErrors(IReadOnlyDictionary<string, string> values)
    {
        if (values.GetValueOrDefault(Days, TemplateDays) is not (FirstDateDays or TemplateDays))
        {
            yield return Refusal.Of("founding.choice-unknown", $"--{Days}", $"{TemplateDays}, {FirstDateDays}");
        }

        if (values.GetValueOrDefault(Leads, Yes) is not (Yes or No))
        {
            yield return Refusal.Of("founding.choice-unknown", $"--{Leads}", $"{Yes}, {No}");
        }
    }

    private static IEnumerable<Refusal> HubErrors(IReadOnlyDictionary<string, string> values) => values.ContainsKey(HubCode) || values.ContainsKey(HubAddress)
        ? Named(new FormValidator<EnrolChapter>(EnrolChapter.Fields).Errors(new EnrolChapter { Code = values.GetValueOrDefault(HubCode), Address = values.GetValueOrDefault(HubAddress) })) : [];

    private static IReadOnlyList<Refusal> Named(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(r => fields.TryGetValue(r.Field, out var option) ? r with { Field = $"--{option}" } : r)];

    // The community's own: French unless it has an English name alone.
    private static Language LanguageOf(IReadOnlyDictionary<string, string> values) => values.ContainsKey("name-en") && !values.ContainsKey("name") ? Language.English : Language.French;
}

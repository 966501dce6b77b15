using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>
/// <c>init</c> of a chapter: as any node is founded, or with <c>--sample</c> from a folder, whose two years it then plays. The silo runs while
/// it does, and nobody can visit. What is said on the command line goes before what the folder says.
/// </summary>
internal static class SampleVerb
{
    private const string Sample = "sample";

    public static Verb Init { get; } = FoundingVerbs.Init with
    {
        Options = [.. FoundingVerbs.Init.Options.Where(o => Node.Founding.AnswersFile.Options.All(other => other.Name != o.Name)).Select(o => o with { Unless = Sample }), new(Sample, new("Un dossier avec une communauté d’exemple, que le programme joue, d’il y a deux ans à aujourd’hui", "A folder with a sample community, which is played from two years ago to now"))],
        Alone = null,
        Prepare = null,
        Services = services => services
            .AddSingleton(_ => new WalkingClock(TimeProvider.System))
            .AddSingleton<TimeProvider>(s => s.GetRequiredService<WalkingClock>())
            // The silo wonders at length about timers that seem to be months late.
            .AddLogging(logging => logging.AddFilter("Orleans", LogLevel.Error)),
        Run = (services, said, cancellationToken) => said.TryGetValue(Sample, out var folder)
            ? Play(services, folder, said, cancellationToken)
            : FoundingVerbs.Init.Run(services, said, cancellationToken),
    };

    private static async Task<VerbResult> Play(IServiceProvider services, string folder, IReadOnlyDictionary<string, string> said, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<WalkingClock>();
        if (services.GetRequiredService<ThisNode>().IsFounded)
        {
            return VerbResult.Refused(services, [Refusal.Of("founding.already-founded")]);
        }

        var read = await SampleFolder.Read(folder, cancellationToken);
        if (read.Value is not { } sample)
        {
            return VerbResult.Refused(services, read.Refusals);
        }

        // The silo must wake up in the past: a clock that goes back under it is a fault to it, one that runs ahead is not.
        var calendar = new SampleCalendar(clock.Real, sample.Meetings);
        clock.Leave(calendar.WeeksAgo(sample.Member(sample.Chapter.Founder).Joined));
        var host = services.GetRequiredService<IHost>();
        try
        {
            await host.StartAsync(cancellationToken);
            var played = await services.GetRequiredService<SamplePlayer>().Play(new Stage(sample, calendar, clock), Founding(sample, said), clock, cancellationToken);
            return played.Value is { } founded ? VerbResult.Done(FoundingVerbs.Report(founded)) : VerbResult.Refused(services, played.Refusals);
        }
        finally
        {
            clock.Arrive();
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static FoundNode Founding(SampleFolder sample, IReadOnlyDictionary<string, string> said)
    {
        var founder = sample.Member(sample.Chapter.Founder);
        return new()
        {
            NameFr = said.GetValueOrDefault("name", sample.Chapter.Names.Fr),
            NameEn = said.GetValueOrDefault("name-en", sample.Chapter.Names.En),
            Region = said.GetValueOrDefault("region", sample.Chapter.Region),
            PublicContact = said.GetValueOrDefault("contact", sample.Chapter.Contact),
            PrivacyOfficerTitleFr = said.GetValueOrDefault("privacy-officer", sample.Chapter.PrivacyOfficer.Title.Fr),
            PrivacyOfficerTitleEn = said.GetValueOrDefault("privacy-officer-en", sample.Chapter.PrivacyOfficer.Title.En),
            PrivacyOfficerContact = said.GetValueOrDefault("privacy-contact", sample.Chapter.PrivacyOfficer.Contact),
            PersonName = said.GetValueOrDefault("person", founder.Name),
            PersonAddress = said.GetValueOrDefault("address", founder.Address),
            PersonLanguage = said.GetValueOrDefault("language", founder.Language),
        };
    }
}

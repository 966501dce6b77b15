using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>Sample chapters: founded from a folder and played through their two years, for a demo.</summary>
public static class SamplesFeature
{
    /// <summary>A chapter like any other, whose <c>init</c> can also play a sample: what has no business in a community's own server stays out of it.</summary>
    public static NodeProgram Program { get; } = new(
        ChapterNode.Kind,
        services =>
        {
            ChapterNode.AddFeatures(services);
            services.AddSamples();
        },
        typeof(ChapterNode).Assembly);

    /// <summary>Gives <c>init</c> its <c>--sample</c>, and a verb for what a chapter makes of its template.</summary>
    private static void AddSamples(this IServiceCollection services) => services
        .AddSingleton<PeopleScenes>().AddSingleton<PracticeScenes>().AddSingleton<MeetingScenes>().AddSingleton<TopicScenes>().AddSingleton<SeriesScenes>().AddSingleton<CommitteeScenes>().AddSingleton<AdoptionScenes>().AddSingleton<StatisticsScenes>().AddSingleton<TextScenes>().AddSingleton<SamplePlayer>()
        .AddVerb(SampleVerb.Init).AddVerb(OwnVerb.MakeItsOwn)
        .AddRefusals([.. SampleRefusals.All]);
}

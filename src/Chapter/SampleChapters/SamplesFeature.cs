using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.SampleChapters;

/// <summary>Sample chapters: founded from a folder and played through their two years, for a demo.</summary>
public static class SamplesFeature
{
    /// <summary>Gives <c>init</c> its <c>--sample</c>.</summary>
    public static IServiceCollection AddSamples(this IServiceCollection services) => services
        .AddSingleton<PeopleScenes>().AddSingleton<PracticeScenes>().AddSingleton<MeetingScenes>().AddSingleton<SamplePlayer>()
        .AddVerb(SampleVerb.Init)
        .AddRefusals([.. SampleRefusals.All]);
}

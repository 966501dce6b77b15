using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// Something the program does from the command line besides serving: <c>init</c>, <c>sign-in-link</c>. If a node is running on the data folder
/// the verb is done by that node, so that there is only ever one writer; otherwise it is done here.
/// </summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">One sentence of help, without its full stop.</param>
/// <param name="Options">What may or must be said with it.</param>
/// <param name="Run">Does it; the values are by option name.</param>
public sealed record Verb(
    string Name,
    Text Description,
    IReadOnlyList<VerbOption> Options,
    Func<IServiceProvider, IReadOnlyDictionary<string, string>, CancellationToken, Task<VerbResult>> Run)
{
    /// <summary>True when there may be no node yet. Any other verb is refused then: a mistyped folder would become a new, empty node.</summary>
    public bool MakesNode { get; init; }

    /// <summary>True when the node's signing key may be missing: the verb is the way back.</summary>
    public bool WithoutKey { get; init; }

    /// <summary>True when nothing may change by it: where no node runs, the database is neither migrated nor opened to write.</summary>
    public bool ReadsOnly { get; init; }

    /// <summary>True when it prints addresses of the node: where it is not running, and the settings are not those that it ran with, the verb says which address it went by.</summary>
    public bool PrintsAddress { get; init; }

    /// <summary>What is done by the process that was started, before a node does the verb: what somebody types stays in it. It answers with the values that go on.</summary>
    public Func<IReadOnlyDictionary<string, string>, CancellationToken, Task<IReadOnlyDictionary<string, string>>>? Prepare { get; init; }

    /// <summary>What the verb does where no node is needed, or there must be none: asked first. It answers null for what is the node's to do. Null for most verbs.</summary>
    public Func<VerbAlone, CancellationToken, Task<VerbResult?>>? Alone { get; init; }

    /// <summary>True when it needs the whole node, with its grains: where none runs, one is started for it, which nobody can visit.</summary>
    public bool StartsNode { get; init; }

    /// <summary>What follows once this one is done and what it says is printed: a longer part, which can be asked for again by itself when it was broken off. It gets those of the values that it knows.</summary>
    public Verb? Then { get; init; }

    /// <summary>
    /// What the program is made of besides its features while it does this verb itself: registered last, so it takes the place of what was there.
    /// A node that runs already does the verb without it.
    /// </summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>What a verb has that is done without a node.</summary>
/// <param name="Kind">Which program this is.</param>
/// <param name="Settings">What it was told.</param>
/// <param name="Values">The verb's values, by option name.</param>
/// <param name="Texts">What refusals say.</param>
/// <param name="Build">Makes a node of what was restored into another folder, ready to start and not listening.</param>
public sealed record VerbAlone(
    NodeKind Kind,
    NodeSettings Settings,
    IReadOnlyDictionary<string, string> Values,
    RefusalTexts Texts,
    Func<NodeSettings, CancellationToken, Task<WebApplication>> Build);

/// <summary>An option of a verb: <c>--name value</c>.</summary>
/// <param name="Name">Without the hyphens.</param>
/// <param name="Description">A few words of help.</param>
/// <param name="Required">The verb is refused without it.</param>
/// <param name="Unless">Another option, which makes a required one dispensable.</param>
public sealed record VerbOption(string Name, Text Description, bool Required = false, string? Unless = null)
{
    /// <summary>True for what is typed without its name: <c>verb value</c>.</summary>
    public bool IsArgument { get; init; }

    /// <summary>True for one that is said or not, without a value; its value is then <see cref="Said"/>.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>The value of a switch that was said.</summary>
    public const string Said = "yes";

    /// <summary>True for what is never on the command line, which the shell's history and the list of processes keep: <see cref="Verb.Prepare"/> gives it, and it reaches a running node through the data folder's socket alone.</summary>
    public bool IsPrepared { get; init; }
}

/// <summary>How a verb ended.</summary>
/// <param name="ExitCode">0 done, 1 refused.</param>
/// <param name="Output">What the console shows.</param>
public sealed record VerbResult(int ExitCode, string Output)
{
    /// <summary>True for what was asked for, whatever the exit code says of it; what is refused is a message beside it.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Done.</summary>
    public static VerbResult Done(string output) => new(0, output);

    /// <summary>Done, in both languages: the console does not know who reads it.</summary>
    public static VerbResult Done(Text output) => Done(output.Both());

    /// <summary>Refused; the output says why.</summary>
    public static VerbResult Refused(string output) => new(1, output);

    /// <inheritdoc cref="Refused(string)" />
    public static VerbResult Refused(Text output) => Refused(output.Both());

    /// <summary>Refused, with the texts of the reasons in both languages.</summary>
    public static VerbResult Refused(IServiceProvider services, IReadOnlyList<Refusal> refusals) => Refused(services.GetRequiredService<RefusalTexts>(), refusals);

    /// <inheritdoc cref="Refused(IServiceProvider, IReadOnlyList{Refusal})" />
    public static VerbResult Refused(RefusalTexts texts, IReadOnlyList<Refusal> refusals) => Refused(string.Join('\n', refusals.Select(r => (r.Field.Length == 0 ? "" : r.Field + ": ") + texts[r].Fr + " · " + texts[r].En)));
}

/// <summary>Registers verbs.</summary>
public static class Verbs
{
    /// <summary>Adds a verb to the program. It takes the place of one of the same name: a program may do more than the chassis knows of.</summary>
    public static IServiceCollection AddVerb(this IServiceCollection services, Verb verb)
    {
        if (services.FirstOrDefault(s => s.ImplementationInstance is Verb earlier && earlier.Name == verb.Name) is { } earlier)
        {
            services.Remove(earlier);
        }

        return services.AddSingleton(verb);
    }
}

using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>The status page on the command line.</summary>
internal static class DoctorVerb
{
    public static Verb Doctor { get; } = new(
        "doctor",
        new("Dit comment va ce serveur, et quoi faire quand quelque chose ne va pas; ne change rien", "Says how this node is, and what to do about what is not well; changes nothing"),
        [],
        async (services, _, cancellationToken) =>
        {
            var all = await services.GetRequiredService<HealthReport>().Look(cancellationToken);
            var address = services.GetRequiredService<PublicAddress>();
            var output = string.Join("\n\n", all.Select(c => string.Join('\n', Lines(c, address))));
            return new VerbResult(HealthReport.Worst(all) == Grade.Wrong ? 1 : 0, output) { IsAnswer = true };
        })
    {
        ReadsOnly = true,
        PrintsAddress = true,
    };

    private static IEnumerable<string> Lines(Checked one, PublicAddress address)
    {
        var (name, finding) = (one.Check.Name, one.Finding);
        yield return $"{StatusText.SignOf(finding.Grade)} {name.Fr} · {name.En}";
        foreach (var language in new[] { Language.French, Language.English })
        {
            yield return $"  {finding.Says.In(language)}{(finding.ToDo is { } toDo ? $" {toDo.In(language)}" : "")}";
        }

        if (finding is { Grade: not Grade.Well, Path: { } path })
        {
            yield return $"  {address.Of(path.Fr)}";
        }
    }
}

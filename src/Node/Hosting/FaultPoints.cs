using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Where a test wants this process to die. Section <c>Faults</c>; off unless set, and refused on a node with a public address.</summary>
public sealed record FaultOptions
{
    /// <summary>Name of the point; empty for none.</summary>
    public string CrashAt { get; init; } = "";

    /// <summary>On which pass of that point, from 1.</summary>
    [Range(1, int.MaxValue)]
    public int CrashOnPass { get; init; } = 1;
}

/// <summary>
/// Named places where the fault test kills the process, as a power cut would: SIGKILL, no handlers, nothing flushed. Such a place
/// costs one comparison while no test asks for it.
/// </summary>
public sealed class FaultPoints(FaultOptions options)
{
    /// <summary>At the hub: a pushed page is committed, its reply not yet on its way.</summary>
    public const string PushCommittedNotReplied = "push-committed-not-replied";

    /// <summary>At the hub: half the bytes of a pulled page are on their way.</summary>
    public const string PullPageHalfSent = "pull-page-half-sent";

    /// <summary>At the chapter: the hub's reply to a push has come, what it says is not stored.</summary>
    public const string PushRepliedNotStored = "push-replied-not-stored";

    /// <summary>At the chapter: a pulled page is applied, the transaction with it and the cursor not yet committed.</summary>
    public const string PullAppliedCursorNotMoved = "pull-applied-cursor-not-moved";

    /// <summary>At the chapter, after a restore: its own feed has come back, and it does not speak yet.</summary>
    public const string OwnFeedBackNotSpeaking = "own-feed-back-not-speaking";

    /// <summary>At a hub that came back from a backup: what a chapter gave back of others' feeds is committed, the reply not yet on its way.</summary>
    public const string GivenBackNotReplied = "given-back-not-replied";

    /// <summary>At the chapter: the hub has answered to a page that was given back to it, the rest is not given yet.</summary>
    public const string GivingBackNotOver = "giving-back-not-over";

    /// <summary>At the chapter, whose cursor the hub does not know: what it lacked of feeds is here, the cursor not yet moved to where the hub is.</summary>
    public const string HeadsComparedCursorNotMoved = "heads-compared-cursor-not-moved";

    /// <summary>The mail server has taken a letter, which is not stored yet.</summary>
    public const string LetterTakenNotStored = "letter-taken-not-stored";

    /// <summary>A backup: the database is copied, nothing of the file is written.</summary>
    public const string BackupCopiedNotWritten = "backup-copied-not-written";

    /// <summary>A backup: all but the end of the file is written.</summary>
    public const string BackupHalfWritten = "backup-half-written";

    /// <summary>A backup: the file is whole and does not have its name.</summary>
    public const string BackupWrittenNotNamed = "backup-written-not-named";

    /// <summary>A restore: the backup is unpacked and nothing of it is verified.</summary>
    public const string RestoreUnpackedNotChecked = "restore-unpacked-not-checked";

    /// <summary>A restore: the database holds what it held, and has not begun its new epoch.</summary>
    public const string RestoreFilledNotRenewed = "restore-filled-not-renewed";

    /// <summary>A restore: everything is in its place but for the name of the folder.</summary>
    public const string RestoreDoneNotNamed = "restore-done-not-named";

    /// <summary>An upgrade: the database is backed up, and nothing in it is changed.</summary>
    public const string UpgradeBackedUpNotBegun = "upgrade-backed-up-not-begun";

    /// <summary>An upgrade, or a first start: one more statement is done, nothing is committed.</summary>
    public const string UpgradeStatementDone = "upgrade-statement-done";

    /// <summary>An upgrade, or a first start: the database is this program's, nothing of it was read.</summary>
    public const string UpgradeDoneNotStarted = "upgrade-done-not-started";

    private int passes;

    /// <summary>For what is done before there is a node.</summary>
    internal static FaultPoints Of(NodeSettings settings) => new(new OptionsSection<FaultOptions>("Faults").Bind(settings.Configuration));

    /// <summary>True when a test waits for that point; for places that need preparing.</summary>
    public bool IsSet(string point) => options.CrashAt == point;

    /// <summary>Ends the process here if this is the point and the pass that a test asked for.</summary>
    public void Pass(string point)
    {
        if (IsSet(point) && Interlocked.Increment(ref passes) == options.CrashOnPass)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}

/// <summary>Registers fault points.</summary>
internal static class FaultPointRegistration
{
    public static IServiceCollection AddFaultPoints(this IServiceCollection services)
    {
        var options = new OptionsSection<FaultOptions>("Faults");
        services.AddSingleton<OptionsSection>(new FaultSection(options));
        return services.AddSingleton(s => new FaultPoints(options.Bind(s.GetRequiredService<NodeSettings>().Configuration)));
    }

    private sealed class FaultSection(OptionsSection<FaultOptions> options) : OptionsSection(options.Name)
    {
        public override IReadOnlyList<string> Errors(IConfiguration settings) =>
            settings["Faults:CrashAt"] is { Length: > 0 } && settings["Node:PublicAddress"] is { Length: > 0 }
                ? [.. options.Errors(settings), SettingFault.Of("Faults:CrashAt", new(
                    "arrête le programme exprès\u00a0: pour des tests seulement, jamais sur un serveur avec Node:PublicAddress.", "ends the process on purpose: only for tests, never on a node with Node:PublicAddress."))]
                : options.Errors(settings);
    }
}

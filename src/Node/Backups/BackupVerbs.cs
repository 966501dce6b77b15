using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Backups;

/// <summary>Backups from the command line.</summary>
internal static class BackupVerbs
{
    private const string FileOption = "file", WhatOption = "what";

    public static Verb Backup { get; } = new(
        "backup",
        new("Fait une sauvegarde, que seuls les mots de récupération ouvrent ailleurs", "Makes a backup, which only the recovery words open elsewhere"),
        [],
        async (services, _, cancellationToken) =>
        {
            var made = await services.GetRequiredService<BackupMaker>().Make(null, isAsked: true, cancellationToken);
            return made.Value is { } file ? VerbResult.Done(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n{file.Bytes} octets · bytes")) : VerbResult.Refused(services, made.Refusals);
        });

    public static Verb Verify { get; } = new(
        "verify",
        new("Vérifie une sauvegarde, un dossier de données ou le serveur qui y tourne; ou dit qui a signé ce qui est dans un fichier écrit par prove", "Checks a backup, a data folder or the node that runs on it; or says who signed what is in a file that prove wrote"),
        [
            new(WhatOption, new("La sauvegarde, la preuve ou le dossier; sans rien, le dossier de --data", "The backup, the proof or the folder; with nothing, the folder of --data")) { IsArgument = true },
            new(FileOption, new("La même chose, pour un fichier", "The same, for a file")),
        ],
        (services, values, cancellationToken) => values.ContainsKey(FileOption) || values.ContainsKey(WhatOption)
            ? ProofVerbs.Verify.Run(services, new Dictionary<string, string> { [FileOption] = WhatOf(values)! }, cancellationToken)
            : VerifyNode(services, cancellationToken))
    {
        Alone = async (alone, cancellationToken) => WhatOf(alone.Values) is not { } what ? null
            : !Path.Exists(what) ? Refused(Refusal.Of("backup.no-file", "", what))
            : Directory.Exists(what) ? await VerifyFolder(alone.Settings.In(what), cancellationToken)
            : IsBackup(what) ? await VerifyFile(alone.Settings, what, cancellationToken)
            : null,
    };

    public static Verb Restore { get; } = new(
        "restore",
        new("Rétablit une sauvegarde dans un dossier neuf; les mots de récupération sont lus à l’entrée du programme", "Restores a backup into a new folder; the recovery words are read from the program’s input"),
        [
            new("backup", new("La sauvegarde", "The backup"), Required: true) { IsArgument = true },
            new("postgres", new("Pour une sauvegarde de PostgreSQL\u00a0: la chaîne de connexion d’une base de données vide", "For a backup of PostgreSQL: the connection string of an empty database")),
            new("ledger", new("Un registre des départs et des effacements plus récent que la sauvegarde (erased.ledger), s’il y en a un ailleurs", "A ledger of departures and erasures that is newer than the backup (erased.ledger), where there is one elsewhere")),
        ],
        (_, _, _) => throw new InvalidOperationException("A restore needs no node."))
    {
        Alone = async (alone, cancellationToken) => await Told(async () =>
        {
            var restorer = new Restorer(alone.Kind, alone.Settings, alone.Values.GetValueOrDefault("postgres"), alone.Build);
            var file = alone.Values["backup"];
            await restorer.Demand(file, alone.Values.GetValueOrDefault("ledger"), cancellationToken);
            using var words = await AskWords(cancellationToken);
            var restored = await restorer.Restore(file, words.Key, alone.Values.GetValueOrDefault("ledger"), cancellationToken);
            return VerbResult.Done(Said(restored, alone.Settings.DataFolder));
        }),
    };

    public static Verb Drill { get; } = new(
        "drill",
        new("Essaie la sauvegarde la plus récente\u00a0: l’ouvre à part et la vérifie en entier", "Tries the newest backup: opens it aside and checks all of it"),
        [],
        async (services, _, cancellationToken) =>
        {
            var tried = await services.GetRequiredService<Drill>().Try(null, isAsked: true, cancellationToken);
            return tried.Value is { } file ? VerbResult.Done(BackupText.DrillGood.With(file.Name)) : VerbResult.Refused(services, tried.Refusals);
        });

    public static Verb ProveWords { get; } = new(
        "prove-words",
        new("Dit si les mots de récupération sont les bons; ils sont lus à l’entrée du programme et ne sont gardés nulle part", "Says whether the recovery words are the right ones; they are read from the program’s input and kept nowhere"),
        [new("key", new("L’empreinte de la clé que donnent les mots", "The fingerprint of the key that the words give")) { IsPrepared = true }],
        async (services, values, cancellationToken) =>
        {
            var right = await services.GetRequiredService<WordsProof>().Compare(new KeyId(values.GetValueOrDefault("key", "")), null, cancellationToken);
            return right is null ? VerbResult.Refused(services, [Refusal.Of("backup.not-founded")])
                : right.Value ? VerbResult.Done(BackupText.WordsRight) : VerbResult.Refused(BackupText.WordsWrong);
        })
    {
        // The words stay in this process: what reaches the node is the name of a public key.
        Prepare = async (values, cancellationToken) =>
        {
            using var words = RecoveryKey.TryParse(await TypedWords.Read(cancellationToken), out var key) ? key : null;
            return new Dictionary<string, string>(values) { ["key"] = words?.Key.Public.Id.Hex ?? "" };
        },
    };

    private static string? WhatOf(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(WhatOption) ?? values.GetValueOrDefault(FileOption);

    private static bool IsBackup(string file)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        using var from = File.OpenRead(file);
        Span<byte> start = stackalloc byte[16];
        return BackupHeader.Begins(start[..from.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    private static async Task<VerbResult> VerifyNode(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<Database>();
        return await Told(async () =>
        {
            await using var connection = await database.OpenToRead(cancellationToken);
            return VerbResult.Done(Said(await DatabaseCheck.OfOneMoment(connection, database.Engine, cancellationToken)));
        });
    }

    // Nothing is changed, as a start would: the folder may be a copy.
    private static async Task<VerbResult> VerifyFolder(NodeSettings settings, CancellationToken cancellationToken)
    {
        if (!DataFolder.Exists(settings.DataFolder))
        {
            return Refused(Refusal.Of("backup.no-node"));
        }

        var options = new OptionsSection<StorageOptions>("Storage").Bind(settings.Configuration);
        try
        {
            using var held = DataFolder.Open(settings.DataFolder, TimeProvider.System);
            await using Database database = options.Engine == Engine.PostgreSql ? new PostgreSqlDatabase(options.ConnectionString) : new SqliteDatabase(held.File("node.db"), options.AcceptLostLog);
            database.DemandWhole();
            return await Told(async () =>
            {
                await using var connection = await database.OpenToRead(cancellationToken);
                var found = await DatabaseCheck.OfOneMoment(connection, options.Engine, cancellationToken);
                using var key = found.Key.Length == 0 ? null : new KeyFolder(held.File("keys")).Load(new KeyId(found.Key));
                return found.Key.Length > 0 && key is null ? throw new KeyMissingException(held.File("keys")) : VerbResult.Done(Said(found));
            });
        }
        catch (DataFolderHeldException) when (ControlChannel.Possible(settings.DataFolder))
        {
            return await ControlChannel.Ask(settings.DataFolder, "verify", new Dictionary<string, string>(), cancellationToken);
        }
    }

    private static Task<VerbResult> VerifyFile(NodeSettings settings, string file, CancellationToken cancellationToken) => Told(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("rcop-verify-").FullName;
        try
        {
            var (header, key) = await KeyOf(settings, file, cancellationToken);
            var backup = await UnpackedBackup.Open(file, _ => key, folder, cancellationToken);
            var programs = new PostgreSqlPrograms(new OptionsSection<BackupOptions>("Backup").Bind(settings.Configuration).PostgreSqlPrograms, "");
            await backup.Check(programs, cancellationToken);
            return VerbResult.Done($"{Said(header)}\n{Said(backup.Written)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    private static async Task<(BackupHeader, byte[])> KeyOf(NodeSettings settings, string file, CancellationToken cancellationToken)
    {
        await using var from = File.OpenRead(file);
        var (header, _) = await BackupHeader.Read(from, cancellationToken);
        if (DrillKey.Find(settings.DataFolder) is { } drill && KeySeals.Open(header.Drill, drill) is { } opened)
        {
            return (header, opened);
        }

        using var words = await AskWords(cancellationToken);
        return (header, Restorer.WordsOf(header, words.Key));
    }

    private static async Task<RecoveryKey> AskWords(CancellationToken cancellationToken) =>
        RecoveryKey.TryParse(await TypedWords.Read(cancellationToken), out var key) ? key : throw new BackupRefusedException(Refusal.Of("restore.words-mistyped"));

    private static async Task<VerbResult> Told(Func<Task<VerbResult>> work)
    {
        var done = await BackupMaker.Refusable(work);
        return done.Value ?? Refused([.. done.Refusals]);
    }

    private static VerbResult Refused(params IReadOnlyList<Refusal> refusals)
    {
        var texts = new RefusalTexts(BackupText.Refusals);
        return VerbResult.Refused(string.Join('\n', refusals.Select(r => texts[r].Fr + " · " + texts[r].En)));
    }

    private static string Said(CheckedDatabase found) => string.Create(CultureInfo.InvariantCulture, $"""
        {BackupText.Whole.Fr} · {BackupText.Whole.En}
          {found.Node}
          {found.Items} éléments signés · signed items
          {found.Rows.Values.Sum()} lignes · rows, {found.Rows.Count} tables
        """);

    private static string Said(BackupHeader header) => string.Create(CultureInfo.InvariantCulture, $"{header.Kind} {header.Node}, {header.MadeAt:yyyy-MM-dd HH:mm} UTC, {header.Engine}, {header.Program}");

    private static string Said(RestoredNode restored, string folder) => string.Join('\n', new[]
    {
        Said(restored.Header), folder, InBoth(BackupText.RestoredNow), InBoth(BackupText.KnownUntil), InBoth(BackupText.PeopleGone.With(restored.Ended)), InBoth(BackupText.ErasedAgain.With(restored.Erased)),
    }
        .Concat(restored.Left.Select(account => InBoth(BackupText.CannotGo.With(account.ToString("N")))))
        .Concat(restored.Unread.Select(file => InBoth(BackupText.NewerUnread.With(file)))));

    private static string InBoth(Text text) => $"{text.Fr}\n{text.En}";
}

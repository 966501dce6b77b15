using Npgsql;
using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.OutsideQuebec;

/// <summary>The machine that the node runs on, with its database where that is a file.</summary>
internal sealed class ServerPlace(DataFolder folder) : IDataPlace
{
    public int Order => 10;

    public Text Name => new("Ce serveur", "This server");

    public Text Holds => new("Tout ce que nomme la page «\u00a0Vie privée\u00a0»", "Everything that the page “Privacy” lists");

    public Task<string?> Where(CancellationToken cancellationToken) => Task.FromResult<string?>(folder.Path);
}

/// <summary>PostgreSQL, where the database is not a file of this server.</summary>
internal sealed class DatabasePlace(StorageOptions options) : IDataPlace
{
    public int Order => 20;

    public Text Name => new("La base de données", "The database");

    public Text Holds => new("Tout, non chiffré par le programme", "Everything, not encrypted by the program");

    // Never the connection string itself: it has a password.
    public Task<string?> Where(CancellationToken cancellationToken) => Task.FromResult<string?>(
        options.Engine == Engine.PostgreSql ? new NpgsqlConnectionStringBuilder(options.ConnectionString) is { Host: { Length: > 0 } host } ? $"PostgreSQL · {host}" : "PostgreSQL" : "node.db");
}

/// <summary>The folder of the backups.</summary>
internal sealed class BackupsPlace(BackupMaker maker) : IDataPlace
{
    public int Order => 30;

    public Text Name => new("Les sauvegardes", "The backups");

    public Text Holds => new("Tout, chiffré; seuls les mots de récupération les ouvrent", "Everything, encrypted; only the recovery words open them");

    public Task<string?> Where(CancellationToken cancellationToken) => Task.FromResult<string?>(maker.Folder);
}

/// <summary>The server that takes the letters.</summary>
internal sealed class MailPlace(CurrentMail mail) : IDataPlace
{
    public int Order => 40;

    public Text Name => new("L’envoi des courriels", "Sending email");

    public Text Holds => new("Les adresses, et ce que les courriels disent", "Addresses, and what messages say");

    public Task<string?> Where(CancellationToken cancellationToken) => Task.FromResult<string?>(mail.Options is { HasServer: true } options ? options.Host : null);
}

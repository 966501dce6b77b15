namespace RecoveryCoP.Node.Mail;

/// <summary>The mail settings that hold now. The settings file and the environment come first; where they name no server, what somebody chose on the page.</summary>
public sealed class CurrentMail
{
    private readonly MailOptions file;
    private volatile MailOptions chosen;

    /// <summary>Begins with what the settings file and the environment say.</summary>
    public CurrentMail(MailOptions file) => this.file = chosen = file;

    /// <summary>What holds.</summary>
    public MailOptions Options => chosen;

    /// <summary>True when the settings file or the environment names the server: nobody changes it on a page.</summary>
    public bool IsFixed => file.HasServer;

    /// <summary>Takes a server that was chosen on the page; null: none any more. What concerns no server stays as the settings have it.</summary>
    internal void Choose(Func<MailOptions, MailOptions>? server) => chosen = server is null || IsFixed ? file : server(file);
}

namespace RecoveryCoP.Node.Mail;

/// <summary>A letter to one person.</summary>
/// <param name="Id">Its id, which makes its Message-ID: the same letter sent twice is one letter.</param>
/// <param name="To">The email address.</param>
/// <param name="Language">The language it is written in: <c>fr</c> or <c>en</c>.</param>
/// <param name="Subject">Discreet: it shows on a lock screen.</param>
/// <param name="Body">Lines of plain text, with whole addresses as links.</param>
public sealed record Letter(Guid Id, string To, string Language, string Subject, string Body)
{
    /// <summary>What goes with it.</summary>
    public IReadOnlyList<LetterFile> Files { get; init; } = [];

    /// <summary>Where one request ends letters of this kind (RFC 8058); null for a letter that cannot be ended, such as one that lets somebody in.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>True when its reader chose that the community's name stands on it; otherwise it is from the neutral name.</summary>
    public bool HasNamedSender { get; init; }
}

/// <summary>A file that goes with a letter.</summary>
/// <param name="Name">A neutral name.</param>
/// <param name="ContentType">A media type with its parameters, e.g. <c>text/calendar; method=PUBLISH</c>.</param>
/// <param name="Text">What is in it.</param>
public sealed record LetterFile(string Name, string ContentType, string Text)
{
    /// <summary>What is in it, of one that is no text.</summary>
    public byte[]? Bytes { get; init; }
}

namespace RecoveryCoP.Node.Mail;

/// <summary>A letter to one person, in plain text.</summary>
/// <param name="Id">Its id, which makes its Message-ID: the same letter written twice is one letter.</param>
/// <param name="To">The e-mail address.</param>
/// <param name="Language">The language it is written in: <c>fr</c> or <c>en</c>.</param>
/// <param name="Subject">Discreet: it shows on a lock screen.</param>
/// <param name="Body">Lines of plain text.</param>
public sealed record Letter(Guid Id, string To, string Language, string Subject, string Body);

namespace RecoveryCoP.Node.Mail;

/// <summary>Which letters in the folder somebody may still need. Each feature that writes letters says so of its own; the rest are thrown away, since each holds an address and a key.</summary>
public interface ILetterUse
{
    /// <summary>True while the letter is neither used nor out of date; false for one of another feature too.</summary>
    Task<bool> IsOpen(Guid letter, CancellationToken cancellationToken);
}

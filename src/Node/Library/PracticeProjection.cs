using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>Practices as they are listed, read and found: their latest revision, and the words in it.</summary>
internal sealed class PracticeProjection(Database database) : Projection
{
    private readonly SharedItems shared = new(database);

    public override IReadOnlySet<string> Types { get; } = new HashSet<string> { PracticeRevision.Descriptor.FullName };

    public override IReadOnlyList<string> Tables { get; } = ["library_revision", "library_practice", "library_search", "library_token"];

    public override async Task<Func<Transaction, Task>> Work(Batch batch, CancellationToken cancellationToken) =>
        (await LibraryWork.For(PracticeNews.Of(batch), database, shared, cancellationToken).ConfigureAwait(false)).Do;
}

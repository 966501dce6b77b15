namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>A practice as its author knows it: only what a node has acknowledged. Kept here, outside of every node that may die.</summary>
public sealed class Written(TestNode chapter, Guid id)
{
    private readonly List<string> _marks = [];

    public TestNode Chapter => chapter;

    public Guid Id => id;

    /// <summary>A word of each acknowledged revision that is nowhere else, in order.</summary>
    public IReadOnlyList<string> Marks => _marks;

    /// <summary>The first revision that the network was given; null while it stays in the chapter.</summary>
    public int? SharedFrom { get; private set; }

    public bool IsWithdrawn { get; private set; }

    /// <summary>Withdrawn so that the chapter keeps no text either.</summary>
    public bool IsErased { get; private set; }

    public void Revised(string mark) => _marks.Add(mark);

    public void Shared() => SharedFrom = _marks.Count;

    public void Withdrawn(bool erased) => (IsWithdrawn, IsErased) = (true, erased);
}

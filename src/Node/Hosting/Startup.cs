namespace RecoveryCoP.Node.Hosting;

/// <summary>Whether the node has started: until then, whoever starts it says why it does not; afterwards, what fails is told in the log.</summary>
internal sealed class Startup
{
    private volatile bool isOver;

    public bool IsOver => isOver;

    public void End() => isOver = true;
}

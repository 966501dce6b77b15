using System.Runtime.InteropServices;

namespace RecoveryCoP.Demo;

/// <summary>The demo from its first line to its last.</summary>
internal static class Demonstration
{
    /// <summary>Shows the network until somebody stops it.</summary>
    /// <returns>0 stopped by its user, 1 it could not go on.</returns>
    public static async Task<int> Run(string path, bool fresh, Narrator narrator, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Ctrl-C and SIGTERM have cancelled the token already; these are a closed terminal and Ctrl-\.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop);
        try
        {
            var keyboard = await Keyboard.Listen();
            _ = keyboard.Gone.ContinueWith(_ => stop.Cancel(), stop.Token, TaskContinuationOptions.None, TaskScheduler.Default);
            using var folder = DemoFolder.Take(path, fresh);
            return await Show(folder, keyboard, narrator, stop);
        }
        catch (DemoException failure)
        {
            await narrator.Failure(failure.Words, failure.Details);
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> Show(DemoFolder folder, Keyboard keyboard, Narrator narrator, CancellationTokenSource stop)
    {
        await using var network = new Network(folder, narrator);
        var show = Play(network, folder, keyboard, narrator, stop.Token);
        if (await Task.WhenAny(show, network.Death) == network.Death)
        {
            await Task.WhenAny(show, Task.Delay(Child.WordOfCtrlC));
        }

        var isTold = stop.IsCancellationRequested;
        await stop.CancelAsync();
        await narrator.Step(new("Tout s’arrête", "Everything is stopping"));
        try
        {
            await show;
        }
        catch (OperationCanceledException)
        {
            // Told to stop, here or by its user.
        }

        return isTold ? 0 : throw (await network.Death).Death();
    }

    /// <summary>Goes on until it is cancelled.</summary>
    private static async Task Play(Network network, DemoFolder folder, Keyboard keyboard, Narrator narrator, CancellationToken cancellationToken)
    {
        await network.Start(cancellationToken);
        await network.Links(cancellationToken);
        await Playbill.Show(folder.Network, narrator);
        while (true)
        {
            await keyboard.Enter(cancellationToken);
            await network.Links(cancellationToken);
            await Playbill.Invite(folder.Network, narrator);
        }
    }
}

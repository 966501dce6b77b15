using System.Threading.Channels;

namespace RecoveryCoP.Demo;

/// <summary>Who sits in front of the demo: the Enter key, and the end of the input when they are gone.</summary>
internal sealed class Keyboard
{
    // An input that has ended before anything was started is a service's or a script's, which was never going to press a key.
    private static readonly TimeSpan atOnce = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> enters = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Keyboard()
    {
    }

    /// <summary>Completes when the input has ended: whoever started the demo is gone. Never, if there was no input from the start.</summary>
    public Task Gone { get; private set; } = Task.CompletedTask;

    /// <summary>Listens from now on.</summary>
    public static async Task<Keyboard> Listen()
    {
        var keyboard = new Keyboard();
        // A thread of its own, in the background: reading a terminal cannot be cancelled.
        new Thread(keyboard.Read) { IsBackground = true, Name = "keyboard" }.Start();
        var isEmpty = await Task.WhenAny(keyboard.gone.Task, Task.Delay(atOnce)) == keyboard.gone.Task;
        keyboard.Gone = isEmpty ? Task.Delay(Timeout.Infinite) : keyboard.gone.Task;
        return keyboard;
    }

    /// <summary>Waits until Enter is pressed.</summary>
    public async Task Enter(CancellationToken cancellationToken) => await enters.Reader.ReadAsync(cancellationToken);

    private void Read()
    {
        var typed = new byte[256];
        try
        {
            using var input = Console.OpenStandardInput();
            for (int count; (count = input.Read(typed)) > 0;)
            {
                if (typed.AsSpan(0, count).Contains((byte)'\n'))
                {
                    enters.Writer.TryWrite(true);
                }
            }
        }
        catch (IOException)
        {
            // A terminal that was closed has ended too.
        }

        gone.TrySetResult();
    }
}

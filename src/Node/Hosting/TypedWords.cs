namespace RecoveryCoP.Node.Hosting;

/// <summary>The thirteen recovery words as somebody types them at the program's input, where neither the shell's history nor the list of processes keeps them.</summary>
public static class TypedWords
{
    private const int Thirteen = 13;

    /// <summary>Asks for them and reads them, on one line or on several, as they are on paper; an empty line ends them.</summary>
    public static async Task<string> Read(CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("Les treize mots de récupération, dans l’ordre, puis Entrée · The thirteen recovery words, in order, then Enter:");
        var words = "";
        while (words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < Thirteen && await Console.In.ReadLineAsync(cancellationToken) is { } line && !string.IsNullOrWhiteSpace(line))
        {
            words = $"{words} {line}";
        }

        return words;
    }
}

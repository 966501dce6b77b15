namespace RecoveryCoP.Testing;

/// <summary>The lines a program has printed on one stream, in their order, for any number of readers.</summary>
internal sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = NewSignal();
    private bool _ended;

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public async Task Drain(StreamReader reader)
    {
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            Add(line);
        }

        Add(null);
    }

    /// <summary>The first line that matches, printed before or after this call; null when the stream ends without one.</summary>
    public async Task<Match?> Find(Regex regex, CancellationToken cancel)
    {
        for (var read = 0; ;)
        {
            string[] fresh;
            Task more;
            bool ended;
            lock (_gate)
            {
                (fresh, more, ended) = ([.. _lines.Skip(read)], _more.Task, _ended);
            }

            read += fresh.Length;
            if (fresh.Select(line => regex.Match(line)).FirstOrDefault(match => match.Success) is { } found)
            {
                return found;
            }

            if (ended)
            {
                return null;
            }

            await more.WaitAsync(cancel);
        }
    }

    private void Add(string? line)
    {
        lock (_gate)
        {
            if (line is null)
            {
                _ended = true;
            }
            else
            {
                _lines.Add(line);
            }

            _more.SetResult();
            _more = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

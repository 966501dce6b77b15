namespace RecoveryCoP.Node.Web.Guards;

/// <summary>
/// Remembers something for each of the keys that were used last, in memory only. It forgets the one that was not used for longest: whoever makes keys up
/// pushes out keys, and nobody new is refused. Not safe for threads.
/// </summary>
/// <param name="most">How many keys.</param>
internal sealed class RecentKeys<T>(int most) where T : new()
{
    private readonly Dictionary<string, LinkedListNode<(string Key, T Value)>> byKey = [];
    private readonly LinkedList<(string Key, T Value)> byUse = [];

    /// <summary>What is remembered for a key; something new for a key that is not known.</summary>
    public T this[string key]
    {
        get
        {
            if (byKey.TryGetValue(key, out var known))
            {
                byUse.Remove(known);
            }
            else
            {
                if (byKey.Count >= most)
                {
                    byKey.Remove(byUse.First!.Value.Key);
                    byUse.RemoveFirst();
                }

                byKey[key] = known = new((key, new T()));
            }

            byUse.AddLast(known);
            return known.Value.Value;
        }
    }
}

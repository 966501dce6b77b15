using Dapper;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library.Search;

/// <summary>
/// The full-text index, in tables of our own: which practices have a token, in blocks of bits. Both engines answer the same because neither is asked for more
/// than rows by their key, and what a hundred thousand hits have in common is worked out in memory, where it takes a millisecond.
/// </summary>
internal sealed class SearchIndex(Database database)
{
    // Tokens are of digits and small letters: this comes right after whatever goes on from a beginning.
    private const char AfterLetters = '{';

    /// <summary>Looks for words; at least one.</summary>
    public async Task<SearchHits> Find(SearchWords words, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters(new { from = words.Beginning, to = words.Beginning + AfterLetters });
        var exact = $"select token, field, block, practices from library_search where token {args.In("tokens", words.Words.SelectMany(w => w).Distinct(), database.Engine)}";
        var rows = await database.Query<TokenRow>(
            words.Beginning.Length == 0 ? exact : $"{exact} union all select token, field, block, practices from library_search where token >= @from and token < @to",
            args, cancellationToken).ConfigureAwait(false);
        return SearchHits.Of([.. words.Words.Select((tokens, at) => rows.Where(
            row => tokens.Contains(row.Token) || (at == words.Words.Count - 1 && words.Beginning.Length > 0 && row.Token.StartsWith(words.Beginning, StringComparison.Ordinal))).ToList())]);
    }

    /// <summary>Works out what changes when practices have other tokens than before, or none any more. Only what differs is touched: most of a revision is as it was.</summary>
    public async Task<SearchUpdate> Update(IReadOnlyDictionary<long, SearchTokens?> practices, CancellationToken cancellationToken)
    {
        var args = new DynamicParameters();
        var before = (await database.Query<TokensRow>($"select number, tokens from library_token where number {args.In("numbers", practices.Keys, database.Engine)}", args, cancellationToken)
            .ConfigureAwait(false)).ToDictionary(row => row.Number, row => row.Tokens);
        var turned = new Dictionary<(string Token, long Field, long Block), List<int>>();
        foreach (var (number, tokens) in practices)
        {
            var old = before.TryGetValue(number, out var packed) ? SearchTokens.Unpack(packed) : SearchTokens.None;
            var now = tokens ?? SearchTokens.None;
            foreach (var (token, field) in old.Without(now).Concat(now.Without(old)))
            {
                var key = (token, (long)field, number / Block.Size);
                (turned.TryGetValue(key, out var places) ? places : turned[key] = []).Add((int)(number % Block.Size));
            }
        }

        return new(
            [.. before.Keys],
            [.. practices.Where(p => p.Value is not null).Select(p => new object?[] { p.Key, p.Value!.Pack() })],
            await Turn(turned, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<TokenRow>> Turn(Dictionary<(string Token, long Field, long Block), List<int>> turned, CancellationToken cancellationToken)
    {
        var rows = turned.ToDictionary(t => t.Key, _ => Array.Empty<byte>());
        var args = new DynamicParameters();
        var stored = await database.Query<TokenRow>(
            $"""
            select token, field, block, practices from library_search
             where token {args.In("tokens", rows.Keys.Select(key => key.Token).Distinct(), database.Engine)} and block {args.In("blocks", rows.Keys.Select(key => key.Block).Distinct(), database.Engine)}
            """,
            args, cancellationToken).ConfigureAwait(false);
        foreach (var row in stored.Where(row => rows.ContainsKey(row.Key)))
        {
            rows[row.Key] = row.Practices;
        }

        var bits = new ulong[Block.Words];
        return [.. rows.Select(row =>
        {
            Array.Clear(bits);
            Block.AddTo(bits, row.Value);
            foreach (var place in turned[row.Key])
            {
                bits[place / 64] ^= 1UL << place;
            }

            return new TokenRow { Token = row.Key.Token, Field = row.Key.Field, Block = row.Key.Block, Practices = Block.Of(bits) };
        })];
    }

    private sealed record TokensRow
    {
        public required long Number { get; init; }

        public required byte[] Tokens { get; init; }
    }
}

/// <summary>The practices of one block that have a token in a field and in none before it.</summary>
internal sealed record TokenRow
{
    public required string Token { get; init; }

    public required long Field { get; init; }

    public required long Block { get; init; }

    public required byte[] Practices { get; init; }

    public (string Token, long Field, long Block) Key => (Token, Field, Block);
}

/// <summary>A change of the index, to be written in the transaction that changes the practices.</summary>
internal sealed class SearchUpdate(IReadOnlyCollection<long> before, IReadOnlyList<object?[]> tokens, IReadOnlyList<TokenRow> rows)
{
    /// <summary>Writes it. A token that no practice has any more leaves nothing behind.</summary>
    public async Task Do(Transaction transaction)
    {
        await transaction.Delete("library_token", "number", before).ConfigureAwait(false);
        await transaction.Insert("library_token (number, tokens)", tokens).ConfigureAwait(false);
        await transaction.Insert(
            "library_search (token, field, block, practices)",
            [.. rows.OrderBy(row => row.Token, StringComparer.Ordinal).Select(row => new object?[] { row.Token, row.Field, row.Block, row.Practices })],
            "on conflict (token, field, block) do update set practices = excluded.practices").ConfigureAwait(false);
        await transaction.Delete("library_search", "length(practices) = 0 and token", [.. rows.Where(row => row.Practices.Length == 0).Select(row => row.Token).Distinct()]).ConfigureAwait(false);
    }
}

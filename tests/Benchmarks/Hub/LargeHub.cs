using System.Globalization;
using RecoveryCoP.Benchmarks.Federation;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Benchmarks.Hub;

/// <summary>
/// A hub with the practices of a hundred chapters. They are signed and indexed as any are; then the library's tables give each its chapter, because a
/// hundred keys and enrolments would show nothing of the pages.
/// </summary>
internal static class LargeHub
{
    private const int Chapters = 100;

    /// <summary>Fills a hub.</summary>
    /// <returns>The chapter and id of one of its practices.</returns>
    public static async Task<(string Node, Guid Practice)> Fill(RunningNode hub, int practices, CancellationToken cancel)
    {
        await new SharedPractices(hub, keepsRecords: false).Share(practices, cancel);
        await hub.Followers.CatchUp(cancel);
        for (var chapter = 0; chapter < Chapters; chapter++)
        {
            await Add(hub, chapter, cancel);
        }

        return await hub.Database.Find<(string, Guid)>("select node_id, practice_id from library_practice where item_id is not null order by number limit 1", null, cancel);
    }

    /// <summary>Bytes that the items and all that is made of them take; on the embedded engine those of the whole file, of which they are nearly all.</summary>
    public static Task<long> Size(RunningNode hub, CancellationToken cancel) => hub.Database.Find<long>(
        hub.Database.Engine == Engine.Sqlite
            ? "select (p.page_count - f.freelist_count) * s.page_size from pragma_page_count p, pragma_freelist_count f, pragma_page_size s"
            : "select sum(pg_total_relation_size(oid)) from pg_class where relkind = 'r' and (relname like 'item%' or relname like 'library%')",
        null, cancel);

    // A node's id is 32 characters of base32, which has no 0 and no 1.
    private static string IdOf(int chapter) => string.Concat(chapter.ToString("D32", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static Task Add(RunningNode hub, int chapter, CancellationToken cancel) => hub.Database.Write(
        async t =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Communauté {chapter}");
            var args = new
            {
                chapter,
                Chapters,
                id = IdOf(chapter),
                name,
                sort = NameOrder.SortKey(name),
                region = Regions.All[chapter % Regions.All.Count].Code,
                now = TimeProvider.System.GetUtcNow(),
                nothing = Array.Empty<byte>(),
                code = BitConverter.GetBytes(chapter),
                by = Guid.Empty,
            };
            await t.Execute(
                """
                insert into library_profile (item_id, node_id, name_fr, name_en, name_sort, region_scheme, region_code, languages, public_contact, web_address)
                values (@code, @id, @name, '', @sort, 'ra', @region, 'fr', '', '')
                """,
                args);
            await t.Execute("insert into library_shown (node_id, item_id, position) values (@id, @code, 1)", args);
            await t.Execute("insert into enrolment_code (code_hash, note, made_at, made_by, expires_at) values (@code, '', @now, @by, @now)", args);
            await t.Execute(
                """
                insert into enrolment (node_id, standing, since, message, note, name_fr, name_en, beginning, code_hash, enrolled_at, version)
                values (@id, 'Admitted', @now, '', '', @name, '', @nothing, @code, @now, 1)
                """,
                args);
            await t.Execute("update library_practice set node_id = @id, changed = (select max(changed) + 1 from library_practice) where number % @Chapters = @chapter", args);
            await t.Execute("update library_revision set node_id = @id where item_id in (select item_id from library_practice where node_id = @id)", args);
        },
        cancel);
}

using System.Text;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Tests.Files;

public sealed class Looking_at_a_file
{
    private static readonly byte[] _photo = FileSamples.Jpeg((0xE1, FileSamples.Exif(6, "45.5N 73.6W")), (0xFE, "Camille"u8.ToArray()), (0xED, "Photoshop 3.0 Camille"u8.ToArray()));

    [Fact]
    public void tells_what_it_is_by_its_bytes() => Assert.Equal(
        [FileKind.Pdf, FileKind.Png, FileKind.Jpeg, FileKind.Odt, FileKind.Docx],
        ((byte[][])[FileSamples.Pdf(), FileSamples.Png(), FileSamples.Jpeg(), FileSamples.Odt(), FileSamples.Docx()]).Select(file => Kept(file).Kind));

    [Fact]
    public void refuses_what_is_none_of_these_whatever_it_is_called()
    {
        Assert.Equal("file.empty", Code([]));
        Assert.Equal("file.kind-unknown", Code("<!DOCTYPE html><script>alert(1)</script>"u8.ToArray()));
        Assert.Equal("file.kind-unknown", Code("GIF89a"u8.ToArray()));
        Assert.Equal("file.kind-unknown", Code("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()));
        Assert.Equal("file.kind-unknown", Code("MZ\u0090"u8.ToArray()));
        Assert.Equal("file.kind-unknown", Code(FileSamples.Zip([("a.txt", "rien")])));
        Assert.Equal("file.kind-unknown", Code(FileSamples.Zip([("mimetype", "application/vnd.oasis.opendocument.text-web"), ("content.xml", "<a/>")])));
        Assert.Equal("file.kind-unknown", Code(FileSamples.Zip([("[Content_Types].xml", "<Types ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>")])));
    }

    [Fact]
    public void takes_a_text_without_form_for_what_it_is_called_where_all_of_it_can_be_read()
    {
        foreach (var written in (byte[][])[
            "Procès-verbal\nPrésences\u00a0: 12"u8.ToArray(),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Procès-verbal\r\nPrésences\u00a0: 12\r\n")],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Procès-verbal\fPrésences\u00a0: 12"),
        ])
        {
            var kept = FileCheck.Look(written, "Compte rendu.TXT").Value!;
            Assert.Equal((FileKind.Txt, "Procès-verbal\nPrésences\u00a0: 12"), (kept.Kind, Encoding.UTF8.GetString(kept.Bytes)));
            Assert.Equal("file.kind-unknown", Code(written));
        }

        Assert.Equal(FileKind.Pdf, FileCheck.Look(FileSamples.Pdf(), "Compte rendu.txt").Value!.Kind);
        foreach (var no in new[] { "<!DOCTYPE html><script>alert(1)</script>", " \n<svg onload='alert(1)'/>", "avant\0après", "\u202Eà l’envers", "MZ\u0090", " \n " })
        {
            Assert.Equal("file.kind-unknown", FileCheck.Look(Encoding.UTF8.GetBytes(no), "a.txt").Refusals.Single().Code);
        }
    }

    [Fact]
    public void refuses_one_that_is_too_large_and_a_picture_that_unfolds_to_too_much()
    {
        Assert.Equal("file.too-large", Code(new byte[FileCheck.Largest + 1]));
        Assert.Equal("file.too-many-pixels", Code(FileSamples.PngOfSize(60_000, 60_000)));
        Assert.Equal("file.too-many-pixels", Code(FileSamples.PngOfSize(8000, 6000)));
        Assert.Null(Code(FileSamples.PngOfSize(7000, 5500)));
        Assert.Equal("file.broken", Code(FileSamples.PngOfSize(0, 1)));
    }

    [Fact]
    public void refuses_what_is_cut_off_anywhere()
    {
        foreach (var file in (byte[][])[FileSamples.Png(("tEXt", "Author")), _photo])
        {
            Assert.All(Enumerable.Range(8, file.Length - 9), length => Assert.Equal("file.broken", Code(file[..length])));
        }

        Assert.Equal("file.broken", Code(FileSamples.Pdf()[..^40]));
        Assert.Equal("file.broken", Code(FileSamples.Odt()[..^30]));
    }

    [Fact]
    public void leaves_of_a_photograph_the_picture_and_which_way_is_up()
    {
        var kept = Kept(_photo).Bytes;

        Assert.Equal(FileSamples.Jpeg((0xE1, [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])), kept);
        Assert.Equal(kept, Kept(kept).Bytes);
        Assert.Equal(FileSamples.Jpeg(), Kept(FileSamples.Jpeg((0xE1, FileSamples.Exif(1, "45.5N")))).Bytes);
        Assert.Equal(FileSamples.Jpeg((0xE2, "ICC_PROFILE\0\u0001\u0001"u8.ToArray())), Kept(FileSamples.Jpeg((0xE2, "ICC_PROFILE\0\u0001\u0001"u8.ToArray()), (0xE2, "MPF\0"u8.ToArray()), (0xE1, "http://ns.adobe.com/xap/1.0/\0"u8.ToArray()))).Bytes);
    }

    [Fact]
    public void leaves_of_a_picture_what_is_drawn() =>
        Assert.Equal(FileSamples.Png(("pHYs", "123456789")), Kept(FileSamples.Png(("tEXt", "Author\0Camille"), ("pHYs", "123456789"), ("eXIf", "II*"), ("tIME", "1234567"), ("iTXt", "XML:com.adobe.xmp"))).Bytes);

    [Fact]
    public void leaves_nothing_of_another_file_behind_a_picture_and_refuses_a_document_that_is_an_archive_too()
    {
        Assert.Equal(FileSamples.Png(), Kept([.. FileSamples.Png(), .. FileSamples.Zip([("a.html", "<script>")])]).Bytes);
        Assert.Equal(FileSamples.Jpeg(), Kept([.. FileSamples.Jpeg(), .. "<script>alert(1)</script>"u8]).Bytes);
        Assert.Equal("file.kind-unknown", Code([.. FileSamples.Pdf(), .. FileSamples.Zip([("a.html", "<script>")]), .. "%%EOF"u8]));
        Assert.DoesNotContain("<script>", Encoding.Latin1.GetString(Kept([.. FileSamples.Odt(), .. "<script>"u8]).Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</S/J#61vaScript>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</Names<</EmbeddedFiles 5 0 R>>>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</S/SubmitForm/F(https://example.org)>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</S/ImportData/F(a.fdf)>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</S/GoToE/T<<>>>>\nendobj", "file.active")]
    [InlineData("4 0 obj\n<</AcroForm<</XFA 5 0 R>>>>\nendobj", "file.active")]
    [InlineData("trailer\n<</Encrypt 6 0 R>>", "file.locked")]
    public void refuses_a_document_that_runs_something_or_is_locked(string inside, string code)
    {
        Assert.Equal(code, Code(FileSamples.Pdf(inside)));
        Assert.Equal(code, Code(FileSamples.Pdf(FileSamples.PackedObjects(inside))));
    }

    [Theory]
    [InlineData("/ObjStm", "/O#62jStm")]
    [InlineData("\nstream\n", "\nstream\r")]
    [InlineData("\nstream\n", "\nstream \r\n")]
    [InlineData("/Filter", "/X(1 0 obj)/Filter")]
    public void finds_packed_objects_however_they_are_written(string usual, string unusual)
    {
        var packed = FileSamples.PackedObjects("4 0 <</S/JavaScript>>");

        Assert.Contains(usual, packed, StringComparison.Ordinal);
        Assert.Equal("file.active", Code(FileSamples.Pdf(packed.Replace(usual, unusual, StringComparison.Ordinal))));
    }

    [Fact]
    public void refuses_packed_objects_of_which_it_cannot_tell_what_they_are()
    {
        Assert.Equal("file.active", Code(FileSamples.Pdf("5 0 obj\n<</Type/ObjStm>>\nstream\n4 0 <</S/JavaScript>>\nendstream\nendobj")));
        Assert.Equal("file.broken", Code(FileSamples.Pdf("5 0 obj\n<</Type/ObjStm/Filter/ASCIIHexDecode>>\nstream\n2F4A53>\nendstream\nendobj")));
    }

    [Fact]
    public void keeps_a_document_as_it_is_and_reads_no_names_into_what_is_drawn_in_it()
    {
        var file = FileSamples.Pdf("4 0 obj\n<</Length 9>>\nstream\n(x) /JS a\nendstream\nendobj", FileSamples.PackedObjects("4 0 <</Title(Un plan)>>"), "6 0 obj\n<</S/URI/URI(https://example.org)/Author(Camille)>>\nendobj");

        Assert.Equal(file, Kept(file).Bytes);
    }

    [Fact]
    public void refuses_a_document_whose_objects_unfold_without_end() =>
        Assert.Equal("file.broken", Code(FileSamples.Pdf(FileSamples.PackedObjects(new string(' ', 40 * 1024 * 1024)))));

    [Fact]
    public void takes_out_of_a_text_who_wrote_it_and_leaves_the_text()
    {
        var odt = FileSamples.Unzip(Kept(FileSamples.Odt(("Pictures/1.jpg", Encoding.Latin1.GetString(_photo)))).Bytes);
        var docx = FileSamples.Unzip(Kept(FileSamples.Docx()).Bytes);

        Assert.All(odt.Concat(docx), entry => Assert.DoesNotContain("Camille", Encoding.UTF8.GetString(entry.Value), StringComparison.Ordinal));
        Assert.Equal(Kept(_photo).Bytes, odt["Pictures/1.jpg"]);
        Assert.Contains("<text:p>Bonjour <text:span>", Words(odt, "content.xml"), StringComparison.Ordinal);
        Assert.Contains("Une remarque", Words(odt, "content.xml"), StringComparison.Ordinal);
        Assert.Contains("<dc:title>Un plan</dc:title>", Words(odt, "meta.xml"), StringComparison.Ordinal);
        Assert.Contains("<w:t xml:space=\"preserve\">Bonjour </w:t>", Words(docx, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("<w:ins w:id=\"1\" w:author=\"\">", Words(docx, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("w:initials=\"\"", Words(docx, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Contains("<dc:title>Un plan</dc:title>", Words(docx, "docProps/core.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void takes_out_what_forms_other_programs_and_documents_inside_say_of_people()
    {
        const string meta = "<o:document-meta xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Camille</dc:creator></o:document-meta>";
        const string change = "<o:a xmlns:o=\"urn:o\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Camille</dc:creator>Le texte</o:a>";
        const string template = "<m:a xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><m:template xlink:href=\"file:///home/Camille/t.ott\" xlink:title=\"Camille\"/></m:a>";
        var odt = FileSamples.Unzip(Kept(FileSamples.Odt(("Object 1/meta.xml", meta), ("Object 1/content.xml", change), ("Object 2/meta.xml", template))).Bytes);
        var docx = FileSamples.Unzip(Kept(FileSamples.Docx(
            ("docProps/custom.xml", "<Properties xmlns=\"urn:p\"><property name=\"Client\">Camille</property></Properties>"),
            ("customXml/item1.xml", "<f:form xmlns:f=\"urn:f\" by=\"Camille\">Camille</f:form>"),
            ("customXml/itemProps1.xml", "<ds:datastoreItem xmlns:ds=\"urn:ds\" ds:itemID=\"{1}\"/>"))).Bytes);

        Assert.All(odt.Concat(docx), entry => Assert.DoesNotContain("Camille", Encoding.UTF8.GetString(entry.Value), StringComparison.Ordinal));
        Assert.Contains("Le texte", Words(odt, "Object 1/content.xml"), StringComparison.Ordinal);
        Assert.EndsWith("<Properties xmlns=\"urn:p\" />", Words(docx, "docProps/custom.xml"), StringComparison.Ordinal);
        Assert.Contains("ds:itemID=\"{1}\"", Words(docx, "customXml/itemProps1.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pictures/1.jpg", "\u00FF\u00D8\u00FF\u00E1", "file.picture-inside")]
    [InlineData("Pictures/1.png", "\u0089PNG\r\n\u001A\n", "file.picture-inside")]
    [InlineData("Pictures/1.png", "RIFF\u0001\0\0\0WEBPVP8X", "file.picture-inside")]
    [InlineData("Pictures/1.bin", "II*\0\u0008", "file.picture-inside")]
    [InlineData("Pictures/1.tif", "MM\0*\0", "file.picture-inside")]
    [InlineData("Media/1.mp4", "\0\0\0\u0018ftypmp42", "file.picture-inside")]
    [InlineData("Object 1", "\u00D0\u00CF\u0011\u00E0", "file.active")]
    [InlineData("Object 2", "PK\u0003\u0004", "file.active")]
    public void refuses_a_text_with_a_picture_that_it_cannot_clean_or_with_another_document_inside(string entry, string content, string code) => Assert.Equal(code, Code(FileSamples.Odt((entry, content))));

    [Theory]
    [InlineData("styles.xml", "d:fill-image", "https://example.org/a.png", "file.active")]
    [InlineData("Object 1/content.xml", "d:image", "//example.org/a.png", "file.active")]
    [InlineData("Object 1/content.xml", "d:image", "\\\\example.org\\a.png", "file.active")]
    [InlineData("styles.xml", "d:object", "FILE:///etc/passwd", "file.active")]
    [InlineData("styles.xml", "d:image", "Pictures/1.png", null)]
    [InlineData("styles.xml", "d:image", "#a:b", null)]
    [InlineData("styles.xml", "d:a", "https://example.org", null)]
    [InlineData("styles.xml", "t:a", "mailto:a@example.org", null)]
    public void refuses_a_text_that_fetches_something_and_lets_it_have_links_and_pictures_of_its_own(string entry, string element, string address, string? code) => Assert.Equal(code, Code(FileSamples.Odt(
        (entry, $"<a xmlns:d=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:x=\"http://www.w3.org/1999/xlink\"><{element} x:href=\"{address}\"/></a>"))));

    [Fact]
    public void takes_names_of_namespaces_for_what_they_are() =>
        Assert.Contains("author:b=\"c\"", Words(FileSamples.Unzip(Kept(FileSamples.Odt(("styles.xml", "<a xmlns:author=\"urn:x\" author:b=\"c\"/>"))).Bytes), "styles.xml"), StringComparison.Ordinal);

    [Fact]
    public void leaves_the_kind_of_a_text_where_other_programs_look_for_it()
    {
        var kept = Kept(FileSamples.Odt()).Bytes;

        // OpenDocument 1.3, part 2, 3.3: from byte 30 on.
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.text", Encoding.ASCII.GetString(kept, 30, 47));
        Assert.Equal(kept, Kept(kept).Bytes);
    }

    [Theory]
    [InlineData("Basic/Standard/Module1.xml", "", "file.active")]
    [InlineData("Scripts/python/a.py", "", "file.active")]
    [InlineData("META-INF/manifest.xml", "<m:encryption-data xmlns:m=\"m\"/>", "file.locked")]
    [InlineData("../../etc/passwd", "", "file.broken")]
    [InlineData("a\\b.xml", "", "file.broken")]
    [InlineData("CONTENT.XML", "<a/>", "file.broken")]
    [InlineData("styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "file.broken")]
    [InlineData("styles.xml", "<a>", "file.broken")]
    public void refuses_a_text_with_something_in_it_that_runs_or_is_locked_or_is_none(string entry, string content, string code) => Assert.Equal(code, Code(FileSamples.Odt((entry, content))));

    [Theory]
    [InlineData("word/vbaProject.bin", "", "file.active")]
    [InlineData("word/embeddings/oleObject1.bin", "", "file.active")]
    [InlineData("word/embeddings/Microsoft_Excel_Sheet1.xlsx", "", "file.active")]
    [InlineData("word/_rels/settings.xml.rels", "<R xmlns=\"r\"><Relationship Type=\"http://x/attachedTemplate\" Target=\"https://example.org/t.dotm\" TargetMode=\"External\"/></R>", "file.active")]
    [InlineData("word/_rels/document.xml.rels", "<R xmlns=\"r\"><Relationship Type=\"http://x/hyperlink\" Target=\"https://example.org\" TargetMode=\"External\"/></R>", null)]
    public void refuses_a_text_of_word_that_runs_or_fetches_something_and_lets_it_have_links(string entry, string content, string? code) => Assert.Equal(code, Code(FileSamples.Docx((entry, content))));

    [Fact]
    public void refuses_an_archive_that_unfolds_to_far_more_than_it_is()
    {
        var bomb = FileSamples.Odt(("Pictures/1.bin", new string('\0', 25 * 1024 * 1024)));

        Assert.InRange(bomb.Length, 1, 200_000);
        Assert.Equal("file.unfolds-too-far", Code(bomb));
        Assert.Equal("file.unfolds-too-far", Code(FileSamples.Odt(("styles.xml", $"<a>{new string(' ', 8 * 1024 * 1024)}</a>"))));
        Assert.Equal("file.unfolds-too-far", Code(FileSamples.Odt([.. Enumerable.Range(0, 2000).Select(i => ($"Pictures/{i}", ""))])));
    }

    [Fact]
    public void refuses_a_text_that_would_be_too_large_once_it_is_written_anew() => Assert.Equal("file.too-large", Code(FileSamples.Docx(("mimetype", new string(' ', FileCheck.Largest + 1)))));

    [Theory]
    [InlineData("Plan d’action.pdf", "Plan d’action")]
    [InlineData("C:\\Users\\camille\\Mes_notes.v2.docx", "Mes notes.v2")]
    [InlineData("../../etc/passwd.pdf", "passwd")]
    [InlineData("facture\u202Efdp.exe", "facturefdp")]
    [InlineData("\u200B.pdf", "")]
    [InlineData(".pdf", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void makes_a_title_of_its_name(string? name, string title) => Assert.Equal(title, FileText.TitleOf(name));

    [Fact]
    public void makes_no_title_longer_than_titles_are() => Assert.Equal(new string('é', 120), FileText.TitleOf(new string('é', 300) + ".pdf"));

    [Fact]
    public void says_its_size_as_people_read_it() => Assert.Equal(
        [new Text("1\u00a0ko", "1\u00a0KB"), new Text("300\u00a0ko", "300\u00a0KB"), new Text("1,5\u00a0Mo", "1.5\u00a0MB")], ((long[])[1, 300 * 1024, 1536 * 1024]).Select(FileText.SizeOf));

    private static CheckedFile Kept(byte[] file) => FileCheck.Look(file).Value ?? throw new InvalidDataException(Code(file));

    private static string? Code(byte[] file) => FileCheck.Look(file).Refusals.SingleOrDefault()?.Code;

    private static string Words(Dictionary<string, byte[]> archive, string entry) => Encoding.UTF8.GetString(archive[entry]);
}

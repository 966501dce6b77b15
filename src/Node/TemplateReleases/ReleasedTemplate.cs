using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.TemplateReleases;

/// <summary>A version of a template as a hub says it in its feed: what it is stands in the payload, the whole of it, compressed, in the content.</summary>
public static class ReleasedTemplate
{
    /// <summary>How many bytes a template has at most once it is unpacked, as the wire has it.</summary>
    private const int MostUnpacked = 2 * TemplateFiles.MostUnpacked;

    /// <summary>The subject of all versions of a template: it has no other id that is 16 bytes long.</summary>
    public static byte[] SubjectOf(string templateId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"template/{templateId}")).AsSpan(0, 16);
        // A UUIDv8: its bits are ours.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return hash.ToArray();
    }

    /// <summary>The statement that releases it.</summary>
    /// <param name="template">The template.</param>
    /// <param name="number">The number of the release, from 1.</param>
    /// <param name="origin">What it was made from; null where it was not made from another.</param>
    /// <param name="now">When.</param>
    public static Statement Say(Template template, uint number, TemplateOrigin? origin, DateTimeOffset now)
    {
        var bytes = TemplateWriter.ToBytes(template);
        return new Statement(
            (at, contentHash) => new TemplateRelease
            {
                At = at,
                About = new Subject { Id = ByteString.CopyFrom(SubjectOf(template.Head.Id)), Revision = number },
                ContentHash = contentHash,
                TemplateId = template.Head.Id,
                Version = template.Head.Version.ToString(),
                MinimumSoftware = template.Head.MinimumSoftware?.ToString() ?? "",
                Languages = { Language.French.Code, Language.English.Code },
                ReleasedAt = now.ToTimestamp(),
                ForkedFrom = origin,
                TemplateHash = ByteString.CopyFrom(SHA256.HashData(bytes)),
            },
            new TemplateReleaseContent { Template = ByteString.CopyFrom(Packed(bytes)) });
    }

    /// <summary>The template, with the hub that released it; refused where the content is none, or another than the payload says.</summary>
    /// <param name="hub">Whose feed it stands in.</param>
    /// <param name="said">The payload.</param>
    /// <param name="content">The content.</param>
    public static Result<Template> Read(string hub, TemplateRelease said, byte[] content)
    {
        if (Version.TryParse(said.MinimumSoftware, out var least) && least > Storage.Migrator.ProgramVersion)
        {
            return Refusal.Of("template.newer-software", "", said.MinimumSoftware, Storage.Migrator.ProgramVersion.ToString(3));
        }

        if (Unpacked(content) is not { } bytes)
        {
            return Refusal.Of("template.bytes");
        }

        var reading = TemplateReader.OfBytes(bytes);
        if (reading.Template is not { } template)
        {
            return reading.Result;
        }

        // The same template has the same bytes: others would have another name for it.
        return template.Head.Id != said.TemplateId || template.Head.Version.ToString() != said.Version || (template.Head.MinimumSoftware?.ToString() ?? "") != said.MinimumSoftware
            || (template.Head.ForkOf ?? "") != (said.ForkedFrom?.TemplateId ?? "") || !said.TemplateHash.Span.SequenceEqual(SHA256.HashData(bytes)) || !TemplateWriter.ToBytes(template).AsSpan().SequenceEqual(bytes)
            ? Refusal.Of("template.another")
            : template with { Head = template.Head with { Hub = hub, ForkOfHub = said.ForkedFrom?.NodeId ?? "" } };
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    // Null for what is no gzip, or would be too large.
    private static byte[]? Unpacked(byte[] content)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(TemplateReleaseContent.Parser.ParseFrom(content).Template.ToByteArray(), writable: false), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var part = new byte[81_920];
            for (int read; (read = gzip.Read(part)) > 0;)
            {
                bytes.Write(part, 0, read);
                if (bytes.Length > MostUnpacked)
                {
                    return null;
                }
            }

            return bytes.ToArray();
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidProtocolBufferException)
        {
            return null;
        }
    }
}

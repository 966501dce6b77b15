using System.Security.Cryptography;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Trust;

public sealed class Keeping_keys : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "keys");

    [Fact]
    public void gives_the_same_key_back()
    {
        using var key = SigningKey.Create();
        var folder = new KeyFolder(path);
        folder.Save(key);
        folder.Save(key);
        Assert.Equal([key.Public.Id], folder.Keys);
        using var loaded = folder.Load(key.Public.Id);
        Assert.True(key.Public.Verify("a"u8, loaded!.Sign("a"u8)));
        Assert.False(key.Public.Verify("b"u8, loaded.Sign("a"u8)));
    }

    [Fact]
    public void shows_them_to_the_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are a matter of Unix.");
        using var key = SigningKey.Create();
        new KeyFolder(path).Save(key);
        Assert.Equal("UserRead, UserWrite, UserExecute".Split(", ").Order(), $"{Mode(path)}".Split(", ").Order());
        Assert.Equal("UserRead, UserWrite".Split(", ").Order(), $"{Mode(Assert.Single(Directory.GetFiles(path)))}".Split(", ").Order());
    }

    [Fact]
    public void knows_no_other_key_and_no_other_curve()
    {
        using var key = SigningKey.Create();
        Assert.Null(new KeyFolder(path).Load(key.Public.Id));
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.False(VerifyingKey.TryRead(wide.ExportSubjectPublicKeyInfo(), out _));
        Assert.False(VerifyingKey.TryRead([.. key.Public.Spki.Span, 0], out _));
        byte[] foreign = [.. key.Public.Spki.Span];
        foreign[22] ^= 2;
        Assert.False(VerifyingKey.TryRead(foreign, out _));
        byte[] besideTheCurve = [.. key.Public.Spki.Span];
        besideTheCurve[^1] ^= 1;
        Assert.False(VerifyingKey.TryRead(besideTheCurve, out _));
        Assert.Throws<CryptographicException>(() => SigningKey.FromPkcs8(wide.ExportPkcs8PrivateKey()));
    }

    public void Dispose()
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

#pragma warning disable CA1416 // The caller skips on Windows.
    private static UnixFileMode Mode(string file) => File.GetUnixFileMode(file);
#pragma warning restore CA1416
}

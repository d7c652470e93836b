using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Access.Keys;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Tests.Access;

/// The ring of keys in the data folder is locked with a key that lies elsewhere.
public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zhongshu-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void whoever_has_the_folder_alone_opens_nothing()
    {
        var secret = Protector(Master("one")).Protect("动态口令");

        var ring = Directory.GetFiles(Path.Combine(_folder, "keys"), "key-*.xml").ShouldHaveSingleItem();
        File.ReadAllText(ring).ShouldContain("encryptedSecret");
        File.ReadAllText(ring).ShouldNotContain("<value>");
        Protector(Master("one")).Unprotect(secret).ShouldBe("动态口令");
        KeyRing.Unreadable(Settings, Master("one")).ShouldBe(0);
        KeyRing.Unreadable(Settings, Master("other")).ShouldBe(1);
        Should.Throw<CryptographicException>(() => Protector(Master("other")).Unprotect(secret));
    }

    [Fact]
    public void a_folder_of_an_older_version_opens_and_is_locked()
    {
        var old = new ServiceCollection().AddDataProtection().SetApplicationName("Zhongshu").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(_folder, "keys"))).Services.BuildServiceProvider();
        var secret = old.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("旧密文");
        var ring = Directory.GetFiles(Path.Combine(_folder, "keys"), "key-*.xml").ShouldHaveSingleItem();
        File.ReadAllText(ring).ShouldContain("<value>");

        KeyRing.LockOldKeys(Settings, Master("one"));

        File.ReadAllText(ring).ShouldNotContain("<value>");
        Protector(Master("one")).Unprotect(secret).ShouldBe("旧密文");
    }

    [Fact]
    public void the_master_key_is_made_once_and_for_its_owner_alone()
    {
        var file = Path.Combine(_folder, "deep", "master.key");
        var locked = MasterKey.At(file).Lock([1, 2, 3]);

        MasterKey.At(file).Open(locked).ShouldBe([1, 2, 3]);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(file, "被改动过");
        Should.Throw<InvalidDataException>(() => MasterKey.At(file)).Message.ShouldContain(file);
    }

    private OfficeSettings Settings => new() { DataFolder = _folder };

    private MasterKey Master(string name) => MasterKey.At(Path.Combine(_folder, "master", name));

    private IDataProtector Protector(MasterKey master)
    {
        var services = new ServiceCollection();
        services.AddKeyRing(Settings);
        services.AddSingleton(master);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Access.Keys;

/// The ring of keys in the data folder, each key of it locked with the master key.
internal static class KeyRing
{
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    public static void AddKeyRing(this IServiceCollection services, OfficeSettings settings)
    {
        services.AddSingleton(_ => MasterKey.Load(settings.DataFolder));
        services.AddDataProtection().SetApplicationName("Zhongshu").PersistKeysToFileSystem(Directory.CreateDirectory(FolderOf(settings)));
        services.AddOptions<KeyManagementOptions>().Configure<MasterKey>((options, master) => options.XmlEncryptor = new KeyLock(master));
    }

    /// Keys that an older version left open are locked where they lie.
    public static void LockOldKeys(OfficeSettings settings, MasterKey master)
    {
        foreach (var file in Directory.EnumerateFiles(FolderOf(settings), "key-*.xml"))
        {
            var document = XDocument.Load(file);
            var open = document.Descendants().Where(e => e.Attribute(Protection + "requiresEncryption")?.Value == "true").ToList();
            if (open.Count == 0) continue;
            foreach (var element in open)
                element.ReplaceWith(new XElement(Protection + "encryptedSecret", new XAttribute("decryptorType", typeof(KeyUnlock).AssemblyQualifiedName!), KeyLock.Locked(master, element)));
            var fresh = file + ".new";
            document.Save(fresh);
            System.IO.File.Move(fresh, file, overwrite: true);
        }
    }

    /// How many keys were locked with another master key: what they protect cannot be read until that one is back.
    public static int Unreadable(OfficeSettings settings, MasterKey master)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(FolderOf(settings), "key-*.xml"))
        {
            try
            {
                foreach (var locked in XDocument.Load(file).Descendants("locked")) master.Open(locked.Value);
            }
            catch (Exception fault) when (fault is CryptographicException or FormatException or XmlException)
            {
                count++;
            }
        }

        return count;
    }

    private static string FolderOf(OfficeSettings settings) => Path.Combine(settings.DataFolder, "keys");
}

internal sealed class KeyLock(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(Locked(master, plaintextElement), typeof(KeyUnlock));

    public static XElement Locked(MasterKey master, XElement element) => new("locked", master.Lock(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))));
}

/// Named in the key files themselves; made by the framework.
internal sealed class KeyUnlock(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<MasterKey>().Open(encryptedElement.Value)));
}

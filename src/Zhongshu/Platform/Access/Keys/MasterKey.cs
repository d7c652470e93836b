using System.Security.Cryptography;

namespace Zhongshu.Platform.Access.Keys;

/// 主密钥: locks the ring of keys in the data folder, and lies elsewhere, so that a copied folder or a backup alone opens no secret.
internal sealed class MasterKey
{
    /// Names the file outright; wins over every other place.
    public const string FileVariable = "ZHONGSHU_MASTER_KEY_FILE";

    private const int Length = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key;

    private MasterKey(string file, byte[] key) => (File, _key) = (file, key);

    public string File { get; }

    /// Named by the environment; handed over by systemd; else in the home of whoever runs the program. Without a home it lies beside the ring.
    public static MasterKey Load(string dataFolder)
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named) return At(named);
        if (Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } given && Path.Combine(given, "zhongshu-master-key") is var credential && System.IO.File.Exists(credential)) return At(credential);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        try
        {
            if (home.Length > 0) return At(Path.Combine(home, "zhongshu", "master.key"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A service account without a home that it may write to.
        }

        return At(Path.Combine(dataFolder, "keys", "master.key"));
    }

    public static MasterKey At(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!System.IO.File.Exists(file)) Make(file);
        Span<byte> key = stackalloc byte[Length + 1];
        if (!Convert.TryFromBase64String(System.IO.File.ReadAllText(file).Trim(), key, out var read) || read != Length)
            throw new InvalidDataException($"主密钥文件 {file} 的内容不对，应为32字节的Base64。请放回原来的主密钥文件；确已遗失的，移走此文件后重新启动，动态口令和通知渠道的密码须重新设置。");
        return new MasterKey(file, key[..Length].ToArray());
    }

    /// Written whole before it bears its name: another process of ours that starts at the same time reads all of it or makes way.
    private static void Make(string file)
    {
        var fresh = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(fresh, options)) writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        try
        {
            System.IO.File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            System.IO.File.Delete(fresh);
        }
    }

    public string Lock(byte[] plain)
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(sealedBytes.AsSpan(0, NonceLength), plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        return Convert.ToBase64String(sealedBytes);
    }

    /// Throws when it was locked with another key.
    public byte[] Open(string locked)
    {
        var sealedBytes = Convert.FromBase64String(locked);
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), plain);
        return plain;
    }
}

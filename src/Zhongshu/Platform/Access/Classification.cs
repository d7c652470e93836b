namespace Zhongshu.Platform.Access;

/// 密级, comparable with a person's clearance.
internal static class Classification
{
    public const int None = 0;
    public const int Secret = 1;
    public const int Confidential = 2;
    public const int TopSecret = 3;

    private static readonly string[] Words = ["", "秘密", "机密", "绝密"];

    public static string Word(int level) => level is >= 0 and <= 3 ? Words[level] : "";

    public static int? Parse(string? word) => word?.Trim() switch
    {
        null or "" or "无" or "非密" or "普通" => None,
        "秘密" => Secret,
        "机密" => Confidential,
        "绝密" => TopSecret,
        _ => null,
    };
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting.Seals;

namespace Zhongshu.Modules.FairCopies.Make;

/// A picture of a seal as it came in.
internal sealed record PostedSeal(string Name, byte[] Bytes);

/// 印章图片: kept for the person who gave them as long as their drafts are, and for nobody else.
internal sealed class SealPictures(Office office)
{
    private const int Most = 20;

    /// Checks and keeps pictures. The file that is named like a body is its seal; the others are taken in order.
    public async Task<Outcome<string>> KeepAsync(IReadOnlyList<PostedSeal> posted, CancellationToken cancel)
    {
        var read = Read(posted);
        if (!read.Succeeded) return read.Refusal;
        var files = posted.Select(p => new PersonalFile { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Name = ReceiveFile.SafeName(p.Name), Content = p.Bytes, At = office.Now }).ToList();
        office.Db.AddRange(files);
        await office.Db.SaveChangesAsync(cancel);
        return string.Join('、', files.Select(f => f.Id.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<FairValues> WithAsync(FairValues values, CancellationToken cancel)
    {
        var ids = values.Many(FairValues.SealField).Select(t => long.TryParse(t, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        if (ids.Count == 0) return values;
        var me = office.Actor.PersonId;
        var files = await office.Db.Set<PersonalFile>().AsNoTracking().Where(f => f.PersonId == me && ids.Contains(f.Id)).ToListAsync(cancel);
        var read = Read([.. ids.Select(id => files.Find(f => f.Id == id)).OfType<PersonalFile>().Select(f => new PostedSeal(f.Name, f.Content))]);
        return read.Succeeded ? values with { Seals = read.Value } : values;
    }

    public static Outcome<IReadOnlyList<SealPicture>> Read(IReadOnlyList<PostedSeal> posted)
    {
        if (posted.Count > Most) return FairCopyRefusals.TooManySeals;
        var pictures = new List<SealPicture>();
        foreach (var one in posted)
        {
            var (picture, refusal) = SealPicture.Read(UnitOf(one.Name), one.Bytes);
            if (picture is null) return FairCopyRefusals.Seal(one.Name, refusal!);
            pictures.Add(picture);
        }

        return pictures.ToArray();
    }

    /// 清源县财政局.png is the seal of that body; seal.png and 印章1.png are anybody's.
    private static string UnitOf(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return stem.Length > 3 && stem.All(char.IsLetter) && stem.Any(c => c > 0x2E80) && !stem.Contains('章', StringComparison.Ordinal) ? stem : "";
    }
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Archives.Filing;

/// 处理单随件归档: the slip as it stands at filing becomes a file of the matter.
internal sealed class FilingSlip(Office office, MatterKinds kinds, FileStore store)
{
    private const string Role = "slip";
    private const long MostBytes = 50 * 1024 * 1024;

    public async Task AddAsync(Matter matter, CancellationToken cancel)
    {
        if (await office.Db.Set<Attachment>().AnyAsync(a => a.MatterId == matter.Id && a.Role == Role, cancel)) return;
        if (await kinds.Of(matter).SlipAsync(office, matter, cancel) is not { } slip) return;
        using var content = new MemoryStream(slip.Content);
        var received = await store.ReceiveAsync(content, MostBytes, cancel);
        if (!received.Succeeded) return;
        await using var draft = received.Value;
        store.Keep(draft);
        office.Db.Add(new Attachment
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            Hash = draft.Hash,
            Name = slip.Name,
            Size = slip.Content.Length,
            MediaType = slip.MediaType,
            Role = Role,
            AddedAt = office.Now,
            AddedBy = office.Actor.PersonId,
        });
    }
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Zhongshu.Platform.Database;

/// Instants are stored as UTC milliseconds in both engines: they sort, index and compare alike (ADR 0003).
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    at => at.ToUnixTimeMilliseconds(),
    ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

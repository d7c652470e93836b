using Zhongshu.Platform.Jobs;

namespace Zhongshu.Platform.Files;

/// Files as the host takes them in.
internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddScoped<ReceiveFile>();
        services.AddScoped<UploadReader>();
        services.AddScoped<PostedFileReader>();
        services.AddOfficeJob(new OfficeJob<Uploads>("清理上传", TimeSpan.FromHours(1), (uploads, cancel) => uploads.CleanAsync(cancel)) { Purpose = "清理上传后没有登记的文件。" });
    }
}

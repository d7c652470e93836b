namespace Zhongshu.Platform.Files;

/// Files as the host takes them in.
internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddScoped<ReceiveFile>();
        services.AddScoped<Uploads>();
        services.AddScoped<UploadReader>();
        services.AddHostedService<CleanUploads>();
    }
}

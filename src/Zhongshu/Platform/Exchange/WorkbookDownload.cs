namespace Zhongshu.Platform.Exchange;

/// Writing a workbook for somebody to take away.
internal static class WorkbookDownload
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// The answer to a request: written to a temporary file first, so that a fault midway is an error page and not half a file.
    public static async Task<IResult> AnswerAsync(string fileName, Func<WorkbookWriter, Task> write) =>
        Results.File(await ToTemporaryFileAsync(write), ContentType, fileName);

    /// A temporary file, written and rewound, that disappears when it is closed.
    public static async Task<FileStream> ToTemporaryFileAsync(Func<WorkbookWriter, Task> write)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            using (var book = new WorkbookWriter(file)) await write(book);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}

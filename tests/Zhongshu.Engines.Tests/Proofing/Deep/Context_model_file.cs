using System.Diagnostics;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.Engines.Tests.Proofing.Deep;

public sealed class Context_model_file
{
    [Fact]
    public void Fits_the_repository() => new FileInfo(TheModel.Path).Length.ShouldBeLessThanOrEqualTo(25_000_000);

    [Fact]
    public void Opens_at_once()
    {
        // The best of many, as far as one is quick enough: the machine may be busy with other things, the model may not.
        Enumerable.Range(0, 40).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            ContextModel.Open(TheModel.Path).Dispose();
            return clock.ElapsedMilliseconds;
        }).ShouldContain(took => took < 100);
    }

    [Fact]
    public void Says_that_a_file_is_missing() =>
        Should.Throw<FileNotFoundException>(() => ContextModel.Open("没有这个文件.bin"));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Refuses_a_file_that_is_cut_short(int bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var model = File.OpenRead(TheModel.Path))
            {
                var head = new byte[bytes];
                model.ReadExactly(head);
                File.WriteAllBytes(path, head);
            }

            Should.Throw<InvalidDataException>(() => ContextModel.Open(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Refuses_a_file_of_another_kind()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, new byte[4096]);
            Should.Throw<InvalidDataException>(() => ContextModel.Open(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

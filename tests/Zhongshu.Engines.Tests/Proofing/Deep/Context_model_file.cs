using Zhongshu.Proofing.Deep;

namespace Zhongshu.Engines.Tests.Proofing.Deep;

public sealed class Context_model_file
{
    [Fact]
    public void Fits_the_repository() => new FileInfo(TheModel.Path).Length.ShouldBeLessThanOrEqualTo(25_000_000);

    [Fact]
    public void Its_tables_stay_outside_the_collected_heap()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ContextModel.Open(TheModel.Path).Dispose();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8L << 20, "the file is mapped and read beside the heap: opened anew for each check, it would else be collected for as long");
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

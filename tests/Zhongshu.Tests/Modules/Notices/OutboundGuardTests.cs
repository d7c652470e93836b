using System.Net;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Notices;

public sealed class OutboundGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("64:ff9b::7f00:1")]
    public void nothing_leads_back_to_the_machine_itself_in_any_network(string address)
    {
        foreach (var network in Enum.GetValues<Network>()) Guard(network).Admits(IPAddress.Parse(address)).ShouldBeFalse($"{network}");
    }

    [Theory]
    [InlineData("10.2.3.4")]
    [InlineData("172.20.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("::ffff:10.2.3.4")]
    [InlineData("fd00::1")]
    public void the_houses_own_network_is_for_those_who_are_in_it(string address)
    {
        Guard(Network.Internet).Admits(IPAddress.Parse(address)).ShouldBeFalse();
        Guard(Network.Intranet).Admits(IPAddress.Parse(address)).ShouldBeTrue();
        Guard(Network.Internet, "0.0.0.0/0", "::/0").Admits(IPAddress.Parse(address)).ShouldBeTrue("the deployment has listed it");
    }

    [Fact]
    public async Task a_push_to_the_machine_itself_is_not_made()
    {
        await using var site = await OtherSite.OpenAsync();
        await using var office = await OutwardOffice.OpenAsync(loopback: false);
        await office.PushToAsync(site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await office.RegisterAsync(1);
        await office.DeliverAsync();
        site.Posts.ShouldBeEmpty();
        (await office.DeliveriesAsync()).Single().Reason.ShouldNotBeNull().ShouldContain("受限的内部地址");
    }

    [Fact]
    public async Task a_redirect_is_not_followed()
    {
        await using var site = await OtherSite.OpenAsync();
        await using var office = await OutwardOffice.OpenAsync();
        await office.PushToAsync(site.Address);
        await office.RegisterAsync(1);
        site.Answers.Enqueue(302);
        await office.DeliverAsync();
        site.Posts.Count.ShouldBe(1);
        (await office.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Failed);
    }

    private static OutboundGuard Guard(Network network, params string[] listed) =>
        new(new OfficeSettings { DataFolder = "x", Network = network, Outbound = [.. listed.Select(IPNetwork.Parse)] });
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Notices;

/// SMTPS: TLS from the first byte, and only to a server that proves who it is.
[Trait("req", "M19-A05")]
public sealed class SecureMailTests
{
    [Fact]
    public async Task mail_goes_through_a_server_that_speaks_tls_from_the_first_byte()
    {
        using var certificate = Certificate();
        await using var server = new SmtpListener(certificate);
        await using var office = await OutwardOffice.OpenAsync(trusted: [certificate]);
        await office.MailToAsync("smtps://" + server.Address);
        await office.MailboxAsync("director@yunling.example");
        await office.RegisterAsync(1);

        await office.DeliverAsync();

        (await office.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Sent);
        server.Mails.ShouldHaveSingleItem().Header("Subject").ShouldContain("关于第1次防汛检查情况的通知");
    }

    [Fact]
    public async Task a_server_with_a_certificate_that_nobody_vouches_for_gets_no_mail()
    {
        using var certificate = Certificate();
        await using var server = new SmtpListener(certificate);
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync("smtps://" + server.Address);
        await office.MailboxAsync("director@yunling.example");
        await office.RegisterAsync(1);

        await office.DeliverAsync();

        var delivery = (await office.DeliveriesAsync()).Single();
        delivery.State.ShouldNotBe(DeliveryState.Sent);
        delivery.Reason!.ShouldContain("证书");
        server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mail.example:465", 465, true)]
    [InlineData("smtps://mail.example", 465, true)]
    [InlineData("smtps://mail.example:994", 994, true)]
    [InlineData("mail.example:587", 587, false)]
    [InlineData("mail.example", 25, false)]
    public void the_port_or_the_scheme_says_how_a_server_is_spoken_to(string typed, int port, bool secure) => HostAndPort.Parse(typed).ShouldBe(new HostAndPort("mail.example", port, secure));

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2060, 1, 1, 0, 0, 0, TimeSpan.Zero));
        // Once out and in again: a key that lives in memory alone cannot serve a handshake everywhere.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}

using Zhongshu.Typesetting.Seals;

namespace Zhongshu.Typesetting.Layout;

/// <summary>Puts the pictures of seals where the sign-off keeps their places.</summary>
internal static class SealPictures
{
    private const double TallestStamp = 60;

    public static void Place(List<PageLayout> pages, List<SealPlace> places, SignOff sign)
    {
        var pictures = SealPicture.Deal(sign.Seals, sign.Signatories);
        for (var i = 0; i < Math.Min(places.Count, pictures.Count); i++)
        {
            if (pictures[i] is not { } picture) continue;
            var (width, height) = Size(picture, sign.Style, places[i].Diameter);
            pages[places[i].Page].PictureList.Add(new PlacedPicture(picture, places[i].CentreX - (width / 2), places[i].CentreY - (height / 2), width, height));
        }
    }

    /// <summary>A seal fills its diameter; a signature stamp is as wide as its place and no higher than two lines.</summary>
    public static (double Width, double Height) Size(SealPicture picture, SignOffStyle style, double diameter)
    {
        var scale = diameter / Math.Max(picture.Width, picture.Height);
        if (style == SignOffStyle.SignatureStamp) scale = Math.Min(diameter / picture.Width, TallestStamp / picture.Height);
        return (picture.Width * scale, picture.Height * scale);
    }
}

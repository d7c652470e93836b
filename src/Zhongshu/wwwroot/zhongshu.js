// Zhongshu: small conveniences over plain pages; every page works without them.

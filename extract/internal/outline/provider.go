package outline

import (
	"net/url"
	"strings"
)

// notContent is the provider of frames that show no content: advertisements, counters, forms, buttons.
const notContent = "-"

// providers are the names of those who serve embeds, by host; hosts below them count as well.
var providers = map[string]string{
	"youtube.com": "youtube", "youtube-nocookie.com": "youtube", "youtu.be": "youtube", "vimeo.com": "vimeo",
	"twitter.com": "twitter", "x.com": "twitter", "instagram.com": "instagram", "facebook.com": "facebook",
	"tiktok.com": "tiktok", "reddit.com": "reddit", "redditmedia.com": "reddit", "bsky.app": "bluesky",
	"threads.net": "threads", "linkedin.com": "linkedin", "pinterest.com": "pinterest", "tumblr.com": "tumblr",
	"dailymotion.com": "dailymotion", "twitch.tv": "twitch", "wistia.net": "wistia", "wistia.com": "wistia",
	"brightcove.net": "brightcove", "jwplatform.com": "jwplayer", "jwplayer.com": "jwplayer", "ted.com": "ted",
	"loom.com": "loom", "vidyard.com": "vidyard", "rumble.com": "rumble", "streamable.com": "streamable",
	"bilibili.com": "bilibili", "rutube.ru": "rutube", "vk.com": "vk", "vk.ru": "vk", "peertube.tv": "peertube",
	"spotify.com": "spotify", "soundcloud.com": "soundcloud", "bandcamp.com": "bandcamp", "mixcloud.com": "mixcloud",
	"podcasts.apple.com": "apple", "music.apple.com": "apple", "libsyn.com": "libsyn", "buzzsprout.com": "buzzsprout",
	"simplecast.com": "simplecast", "megaphone.fm": "megaphone", "anchor.fm": "anchor", "acast.com": "acast",
	"gist.github.com": "gist", "codepen.io": "codepen", "jsfiddle.net": "jsfiddle", "codesandbox.io": "codesandbox",
	"stackblitz.com": "stackblitz", "repl.it": "replit", "replit.com": "replit", "observablehq.com": "observable",
	"glitch.com": "glitch", "asciinema.org": "asciinema", "jsbin.com": "jsbin", "plnkr.co": "plunker",
	"slideshare.net": "slideshare", "speakerdeck.com": "speakerdeck", "scribd.com": "scribd", "issuu.com": "issuu",
	"docs.google.com": "google", "google.com": "google", "maps.google.com": "google", "drive.google.com": "google",
	"openstreetmap.org": "openstreetmap", "datawrapper.de": "datawrapper", "dwcdn.net": "datawrapper",
	"flourish.studio": "flourish", "infogram.com": "infogram", "tableau.com": "tableau", "giphy.com": "giphy",
	"imgur.com": "imgur", "flickr.com": "flickr", "sketchfab.com": "sketchfab", "figma.com": "figma",
	"airtable.com": "airtable", "typeform.com": "typeform", "archive.org": "archive", "getyarn.io": "yarn",

	"doubleclick.net": notContent, "googlesyndication.com": notContent, "googletagmanager.com": notContent,
	"googleadservices.com": notContent, "amazon-adsystem.com": notContent, "adsrvr.org": notContent,
	"recaptcha.net": notContent, "hcaptcha.com": notContent, "disqus.com": notContent, "addthis.com": notContent,
	"addtoany.com": notContent, "sharethis.com": notContent, "platform.twitter.com": notContent,
	"syndication.twitter.com": notContent, "outbrain.com": notContent, "taboola.com": notContent,
	"criteo.com": notContent, "criteo.net": notContent, "list-manage.com": notContent, "mailchimp.com": notContent,
	"cookiebot.com": notContent, "onetrust.com": notContent, "consensu.org": notContent, "hubspot.com": notContent,
	"substack.com": notContent, "ghbtns.com": notContent, "feedburner.com": notContent, "demdex.net": notContent,
}

// providerOf is the name of who serves an address, "" if not known.
func providerOf(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	if host == "facebook.com" || strings.HasSuffix(host, ".facebook.com") {
		for _, control := range [...]string{"/plugins/like", "/plugins/share", "/plugins/page", "/plugins/comments", "/plugins/follow", "/tr"} {
			if strings.HasPrefix(u.Path, control) {
				return notContent
			}
		}
	}
	if strings.Contains(u.Path, "recaptcha") {
		return notContent
	}
	for host != "" {
		if p, ok := providers[host]; ok {
			return p
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// canonicalEmbed is the page that shows to a reader what a player's address shows in a frame; "" if not known.
func canonicalEmbed(provider string, u *url.URL) string {
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	switch {
	case provider == "youtube" && len(path) == 2 && path[0] == "embed" && path[1] == "videoseries":
		return "https://www.youtube.com/playlist?list=" + url.QueryEscape(u.Query().Get("list"))
	case provider == "youtube" && len(path) == 2 && (path[0] == "embed" || path[0] == "v"):
		return "https://www.youtube.com/watch?v=" + url.QueryEscape(path[1])
	case provider == "vimeo" && len(path) == 2 && path[0] == "video":
		return "https://vimeo.com/" + url.PathEscape(path[1])
	case provider == "gist":
		return "https://gist.github.com" + strings.TrimSuffix(u.EscapedPath(), ".js")
	case provider == "codepen" && len(path) == 3 && path[1] == "embed":
		return "https://codepen.io/" + url.PathEscape(path[0]) + "/pen/" + url.PathEscape(path[2])
	case provider == "codepen" && len(path) == 4 && path[1] == "embed" && path[2] == "preview":
		return "https://codepen.io/" + url.PathEscape(path[0]) + "/pen/" + url.PathEscape(path[3])
	case provider == "jsfiddle" && len(path) > 2:
		return "https://jsfiddle.net/" + url.PathEscape(path[0]) + "/" + url.PathEscape(path[1]) + "/"
	case provider == "spotify" && len(path) == 3 && path[0] == "embed":
		return "https://open.spotify.com/" + url.PathEscape(path[1]) + "/" + url.PathEscape(path[2])
	case provider == "dailymotion" && len(path) == 3 && path[0] == "embed":
		return "https://www.dailymotion.com/video/" + url.PathEscape(path[2])
	}
	return ""
}

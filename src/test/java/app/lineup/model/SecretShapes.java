package app.lineup.model;

import java.util.List;
import java.util.stream.Stream;

/// Every shape in which a login or a key has been met, or thought of: lines of playlists, addresses, and texts about
/// them. `%U` is a user, `%P` a password or a token (`SECRET-99`).
public final class SecretShapes {

  private SecretShapes() {}

  /// What may follow an `#EXTINF` line: an address, alone or below directives.
  public static List<String> entries() {
    return List.of(
        // User and password before the host.
        "http://%U:%P@host/list.m3u", "http://%U:%P@h.example:8080/x.ts", "http://%P@host/x.ts",
        "rtsp://%U:%P@192.168.8.10/stream1", "http://john@mail.example:%P@e.example/live.ts",
        "http://%U:a@%P@h.example/x", "http://%U:a/%P@h.example/x", "http://%U:a'%P@h.example/x",
        "http://%U:a %P@h.example/x", "http://%U:a?%P@h.example/x", "http://%U:a#%P@h.example/x",
        "http://%U:1/%P@h.example/x", "http://%U:%P@[2001:db8::1]:8080/x", "HTTPS://%U:%P@HOST.EXAMPLE/X",
        "http://%U%3A%P%40h.example/x", "http://%U:%P@h.example", "ftp://%U:%P@nas/tv.ts",
        // Parameters.
        "http://h/get.php?username=%U&password=%P&type=m3u_plus", "http://h/get.php?u=%U&p=%P", "http://h/x#token=%P",
        "http://h/x?stream_key=%P", "http://h/x?wmsAuthSign=%P", "http://h/x?a=1&amp;password=%P",
        "http://h/x?passwd=%P",
        "http://h/x?access-token=%P", "http://h/x?api-key=%P", "http://h/x?apikey=%P", "http://h/x?authtoken=%P",
        "http://h/x?auth=%P", "http://h/x?ticket=%P", "http://h/x?bearer=%P", "http://h/x?credential=%P",
        "http://h/x?passphrase=%P", "http://h/x?passwort=%P", "http://h/x?clave=%P", "http://h/x?mdp=%P",
        "http://h/x?hmac=%P", "http://h/x?hdnts=exp=1~acl=/*~hmac=%P", "http://h/x?X-Amz-Signature=%P",
        "http://h/x?Policy=%P&Key-Pair-Id=%P", "http://h/x?%P", "http://h/x?a=1&%P", "http://h/x#%P",
        "http://h/x?q1=%P;q2=%P", "http://h/x?sub[token]=%P", "http://h/x?%50assword=%P", "http://h/x?whatever=%P",
        "http://h/c/?mac=00:1A:79:12:34:56&sn=%P", "http://h/x?token=a b %P&type=ts",
        "http://h/x?password=a'%P&type=ts",
        "http://h/x?password=a\"%P&type=ts", "http://h/x?redirect=http://%U:%P@i.example/y",
        "http://proxy/?url=http%3A%2F%2Fh%2Fget.php%3Fusername%3D%U%26password%3D%P",
        "http://proxy/?url=http%253A%252F%252F%U%253A%P%2540h%252Fx", "srt://h:9000?passphrase=%P&streamid=live",
        // The path.
        "http://h:8080/%U/%P/12345", "http://h:8080/%U/%P/12345.ts", "http://h/c/%U/%P/12345.ts",
        "http://h/live/%U/%P/12345.m3u8", "http://h/sub/live/%U/%P/12345.m3u8", "http://h/movie/%U/%P/a-film.mkv",
        "http://h/series/%U/%P/77.mp4", "http://h/timeshift/%U/%P/60/2026-01-01:10-00/5.ts", "http://h/live/%U/%P",
        "http://h/playlist/%U/%P/m3u_plus", "http://h/live/john@mail.example/%P/list.m3u",
        "http://h:8080/john@mail.example/%P/123", "http://h/live/john%40mail.example/%P/1.ts", "http://h/t/%P/x.m3u8",
        "http://h/play/%P/ts", "http://h/play/%P/m3u8", "http://h/hls/%U/%P/1/index.m3u8", "http://h/%U/%P/index.m3u8",
        "http://h/token/%P/x.ts", "http://h/auth/%P/x.ts", "http://h/key/%P", "http://h/x.m3u8;jsessionid=%P",
        "http://h/x;jsessionid=%P?id=5", "http://h/token=%P/x.ts", "http://h/hdntl=exp=1~hmac=%P/x.m3u8",
        "http://h/%U:%P/x.ts", "http://proxy/http://%U:%P@h.example/x.ts", "http://proxy/http/h/live/%U/%P/1.ts",
        "ffmpeg://http://h/live/%U/%P/1", "mmsh://h/%U/%P/44", "/live/%U/%P/1.ts", "get.php?username=%U&password=%P",
        "http://[2001:db8::1]:8080/%U/%P/1", "http://h//live//%U/%P/1.ts",
        // Headers behind the bar, options behind a blank.
        "http://h/a.ts|Authorization=Basic %P&Cookie=session=%P", "http://h/a.ts|Cookie=%P", "http://h/a.ts|X-Token=%P",
        "http://h/a.ts|User-Agent=VLC/3.0 (X11)&X-Any=%P&Referer=http://%U:%P@h/x", "http://h/a.ts|%P",
        "rtmp://h.example/app playpath=news token=%P password=%P swfUrl=http://h.example/p.swf live=1",
        "rtmp://h.example/app/news live=1 conn=S:%P pageUrl=http://%U:%P@h/x",
        // Add-ons.
        "plugin://plugin.video.x/?url=http%3A%2F%2Fh%2Fget.php%3Fusername%3D%U%26password%3D%P&name=BBC%20One",
        "plugin://plugin.video.x/play/http%3A%2F%2F%U%3A%P%40h%2Flive.ts", "plugin://plugin.video.x/?user=%U&pw=%P",
        "plugin://plugin.video.x/?url=http%3A%2F%2Fh%2Flive%2F%U%2F%P%2F1.ts&mode=1",
        // Directives.
        "#EXTVLCOPT:http-password=%P\nhttp://h/x", "#EXTVLCOPT:http-user=%U\n#EXTVLCOPT:http-pwd=%P\nhttp://h/x",
        "#EXTVLCOPT:http-header=X-A: %P\nhttp://h/x", "#EXTVLCOPT:http-cookie=a=%P; b=%P\nhttp://h/x",
        "#EXTVLCOPT:http-referrer=http://%U:%P@h/y\nhttp://h/x", "#EXTVLCOPT:rtsp-pwd=%P\nhttp://h/x",
        "#KODIPROP:inputstream.adaptive.license_key=https://l.example/?t=%P|X-A=%P|R{SSM}|\nhttp://h/x",
        "#KODIPROP:inputstream.adaptive.license_key=0123456789abcdef:%P\nhttp://h/x",
        "#KODIPROP:inputstream.adaptive.stream_headers=Authorization=Basic %P&User-Agent=x\nhttp://h/x",
        "#KODIPROP:inputstream.adaptive.manifest_headers=X-Y=%P\nhttp://h/x",
        "#EXTHTTP:{\"Cookie\":\"session=%P\",\"Authorization\":\"Bearer %P\"}\nhttp://h/x",
        "#EXTHTTP: {\"any\" : \"%P\"\nhttp://h/x", "#EXTHTTP:%P\nhttp://h/x");
  }

  /// Attributes of an `#EXTINF` line.
  public static List<String> attributes() {
    return List.of("user-pass=\"%U:%P\"", "http-authorization=\"Basic %P\"", "password=\"%P\"", "x-token=\"%P\"",
        "tvg-logo=\"http://%U:%P@h/logo.png\"", "catchup-source=\"http://h/live/%U/%P/{utc}/1.ts\"", "api_key='%P'",
        "tvg-logo=\"http://h/logo.png?token=%P\"", "url-tvg=\"http://h/xmltv.php?username=%U&password=%P\"");
  }

  /// What is typed, and what is said about it.
  public static List<String> texts() {
    return Stream.of("%U:%P@host/x", "%U:a %P@host.example/x", "cannot open %U:%P@host:8080/x",
        "h.example/live/%U/%P/1.ts",
        "two: http://h/live/%U/%P/1.ts and http://h/%U/%P/2", "attr(\"user-pass\") == \"%U:%P\"", "password=%P",
        "SET attr(\"http-authorization\") = \"Basic %P\"", "attr(\"token\") in (\"%P\", \"%P\")",
        "stream_url contains \"http://h/live/%U/%P/\"",
        "{\"user_info\":{\"username\":\"%U\",\"password\":\"%P\",\"auth\":1}}",
        "{\\\"password\\\":\\\"%P\\\"}", "Authorization: Basic %P", "Cookie: a=%P; b=%P", "sent Bearer %P9=",
        "java.io.IOException: http://%U:%P@h/x timed out\n\tat a.B.c(D.java:1)", "(see http://%U:%P@h/x)",
        "«http://%U:%P@h/x y»: not there", "url=http://h/?token=%P, next", "tried http://h/x|Cookie=%P").toList();
  }
}

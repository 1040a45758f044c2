package app.lineup.io.http;

import static app.lineup.io.http.LocalServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Fetching;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecureFetchTest {

  /// A certificate for localhost and 127.0.0.1, signed by itself, valid for a hundred years; made with keytool.
  private static final String KEYS = """
      MIID9gIBAzCCA6AGCSqGSIb3DQEHAaCCA5EEggONMIIDiTCCASAGCSqGSIb3DQEHAaCCAREEggENMIIBCTCCAQUGCyqGSIb3DQEM
      CgECoIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBSEd5nKSHANpfXISmg+oIe4jmNV5wICJxACASAwDAYIKoZI
      hvcNAgkFADAdBglghkgBZQMEASoEEFn/B/2sOQ7XeAFp7dWDjUcEUFH8LNRoqP+B8x/aqJupiwMQVTMbZSGHcey57Ni9IR8BrNId
      j7SRjkstp6bTo2tbBEd9Ls2E9/Z664XojGB7aGtax8eNilfP8TkHYrxV9XIcMTYwEQYJKoZIhvcNAQkUMQQeAgB0MCEGCSqGSIb3
      DQEJFTEUBBJUaW1lIDE3OTU0NTMzMTcwMDMwggJhBgkqhkiG9w0BBwagggJSMIICTgIBADCCAkcGCSqGSIb3DQEHATBmBgkqhkiG
      9w0BBQ0wWTA4BgkqhkiG9w0BBQwwKwQU+nw2LMr/0oJcnZQTDRxSNzRP3YwCAgPoAgEgMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUD
      BAEqBBAp44JqbqQPckxAOY+ZzK6jgIIB0NIX0vaHQhcIOit7AMF1JgMliofxv/p8p1qQZbvIyXSp8JJo74i4+2z8JLxh62SP66wi
      a7ehf8xE+IlaPtL6VpZZyZFzn5Nw0eM3rkm4Gbt2W4tWiAQ/khtee5sc/CVBhbqkWIMJXYY0YPB8pnlKKUIP5MAzZAQQZ1HX6fkB
      MC+OHUbN3xm8OOYGv8z2Fo9IX1GxBQJ5bQ0CFLvt/Ddha/KWPsIwFE8S6uqXd+A63xOC3t53ISUeJ/8hO9wwqAuzAskZgIAwNYTH
      IGJZgD7S0ukrhLeAU5sbVbqgjujxr+W4jeBH5e8DLHayJJvZfIcQbxK6zK0V957FvO2ipnyHKg2gj4JVxXlzI0YdgN6DzMjbXRus
      xa0VWNzmSudhGhBg3qVVpIIsr5zoLb/XOa2rO9/kSdu+HWPgyjg39RQwVeXrex2INusdjuRoHU3kKOZeJQPrS1GJ1Sk70VOtrQ0R
      Qw30MXnan1FJnDlBpgjdPfDCtO88tzF97/NC2kH8DxgCcyyHf1dQ4IKCi1Kn5BmZAuyS+9cg2o2vbfpwhHLASq3xeUt22WKnW2R0
      8nPx4IVgifXwpf4v8pDcqdMUuS8KWNlBgQ95EBvdOQBAeTOMipKJME0wMTANBglghkgBZQMEAgEFAAQgwvhlkPuO8TKfdkcL0YvU
      7H71Opt5I9fPZuYWiWNtMTIEFI/cOjRBT9BfyeVBaV5OWjjTT6UFAgInEA==
      """;
  private static final char[] PASSWORD = "lineup".toCharArray();

  @TempDir
  private Path folder;

  @Test
  @DisplayName("https from a server that is trusted")
  void fetches() throws Exception {
    try (var server = LocalServer.startTls(tls(), answer(200, "list"));
        var bench = new FetchBench(folder, FetchBench.PATIENT, new FakeNetwork(tls()))) {
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo("list");
    }
  }

  @Test
  @DisplayName("HTTP-88: a certificate that nobody vouches for, where the source says so, also by another name")
  void takesStrangersWhereTheSourceSaysSo() throws Exception {
    try (var server = LocalServer.startTls(tls(), answer(200, "list"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server.uri("/")).what()).startsWith("the certificate of the server 127.0.0.1");
      bench.how = new Fetching(List.of(), Optional.empty(), true);
      for (String host : List.of("127.0.0.1", "other.localhost", "a_b.localhost")) {
        bench.fetch(URI.create(server.uri("/").toString().replace("127.0.0.1", host)));
        assertThat(bench.text()).isEqualTo("list");
      }
    }
  }

  @Test
  @DisplayName("HTTP-63: a certificate that nobody vouches for")
  void refusesStrangers() throws Exception {
    try (var server = LocalServer.startTls(tls(), answer(200, "list"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what())
          .isEqualTo("the certificate of the server 127.0.0.1 is not vouched for by anyone this computer trusts");
      assertThat(server.requests()).as("nothing was sent").isEmpty();
    }
  }

  @Test
  @DisplayName("HTTP-61: a redirect from https to http is refused, and the login stays here")
  void refusesTheWayDown() throws Exception {
    try (var open = LocalServer.start(answer(200, "list"));
        var server = LocalServer.startTls(tls(), answer(302, "", "Location: " + open.uri("/?password=s3cret")));
        var bench = new FetchBench(folder, FetchBench.PATIENT, new FakeNetwork(tls()))) {
      assertThat(bench.failure(server).what())
          .startsWith("the server redirects from https to http, to " + open.uri("/?password=***"));
      assertThat(open.requests()).isEmpty();
    }
  }

  @Test
  @DisplayName("https to a server that speaks http")
  void saysThatItIsNotSecure() throws Exception {
    try (var server = LocalServer.start(answer(200, "list"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      var failure = bench.failure(URI.create(server.uri("/").toString().replace("http:", "https:")));
      assertThat(failure.what()).startsWith("no secure connection to the server 127.0.0.1 was possible");
      assertThat(failure.advice()).contains("http:");
    }
  }

  private static SSLContext tls() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(KEYS)), PASSWORD);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("t", store.getCertificate("t"));
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}

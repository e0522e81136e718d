package org.muscat.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate for a {@link StubServer}, made by the JDK's keytool.
 *
 * @param context shows the certificate
 * @param pem the certificate to trust for it
 */
public record StubIdentity(SSLContext context, Path pem) {

  /** Of a throw-away key that protects nothing. */
  private static final String PASSWORD = "changeit";

  /** A certificate of 127.0.0.1 that is valid now. */
  public static StubIdentity valid(Path folder) {
    return selfSigned(folder, "valid", "ip:127.0.0.1");
  }

  /** A certificate of somebody else that is valid now. */
  public static StubIdentity ofAnotherHost(Path folder) {
    return selfSigned(folder, "another", "dns:other.example");
  }

  /**
   * A certificate of 127.0.0.1 that expired last month. An authority signed it, which is valid:
   * Java asks no date of a certificate that is trusted by itself.
   */
  public static StubIdentity expired(Path folder) {
    Store store = new Store(folder.resolve("expired.p12"));
    store.keytool(
        "-genkeypair",
        "-alias",
        "ca",
        "-keyalg",
        "EC",
        "-dname",
        "CN=stub authority",
        "-ext",
        "bc:c",
        "-startdate",
        "-90d",
        "-validity",
        "365",
        "-storetype",
        "PKCS12");
    Path pem = store.export("ca");
    store.keytool(
        "-genkeypair",
        "-alias",
        "expired",
        "-signer",
        "ca",
        "-keyalg",
        "EC",
        "-dname",
        "CN=stub",
        "-ext",
        "san=ip:127.0.0.1",
        "-startdate",
        "-60d",
        "-validity",
        "30");
    store.keytool("-delete", "-alias", "ca"); // else the server might show this one
    return new StubIdentity(context(store.file), pem);
  }

  private static StubIdentity selfSigned(Path folder, String name, String san) {
    Store store = new Store(folder.resolve(name + ".p12"));
    store.keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=stub",
        "-ext",
        "san=" + san,
        "-startdate",
        "-1d",
        "-validity",
        "30",
        "-storetype",
        "PKCS12");
    return new StubIdentity(context(store.file), store.export(name));
  }

  private static SSLContext context(Path store) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of keys. */
  private record Store(Path file) {

    Path export(String alias) {
      Path pem = file.resolveSibling(alias + ".pem");
      keytool("-exportcert", "-rfc", "-alias", alias, "-file", pem.toString());
      return pem;
    }

    void keytool(String... arguments) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of(arguments));
      command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException("keytool failed: " + said);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

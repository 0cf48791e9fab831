package dev.dicomwebdump.cli;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.conscrypt.Conscrypt;

/**
 * SHA-256 in native code, where there is some for this machine. The program is compiled for a quick
 * start, and Java's own SHA-256 needs the slow one to be fast: {@code
 * docs/adr/0022-compiled-for-the-start.md}.
 */
final class NativeDigest extends Provider {

  private static final long serialVersionUID = 1L;

  private final transient FutureTask<Boolean> loading = new FutureTask<>(Conscrypt::isAvailable);
  private final transient Thread loader = new Thread(loading, "native-digest");

  private NativeDigest() {
    super("dicomweb-dump", "1", "SHA-256 in native code");
    putService(new Sha256());
    loader.setDaemon(true);
  }

  /**
   * Makes it ready by another thread. Whoever begins a digest before that waits: one that began
   * with Java's own would stay with it, for files of any size.
   */
  static void prepare() {
    NativeDigest digest = new NativeDigest();
    digest.loader.start();
    Security.insertProviderAt(digest, 1);
  }

  private boolean isLoaded() throws NoSuchAlgorithmException {
    if (Thread.currentThread().equals(loader)) {
      return false; // what it loads could ask for a digest itself, and would wait for ever
    }
    try {
      return loading.get();
    } catch (ExecutionException e) {
      throw new NoSuchAlgorithmException("the native code cannot be loaded", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoSuchAlgorithmException("interrupted", e);
    }
  }

  /** Conscrypt's SHA-256 and nothing else of it; where it cannot be had, Java takes its own. */
  private final class Sha256 extends Service {

    Sha256() {
      super(
          NativeDigest.this,
          "MessageDigest",
          "SHA-256",
          "org.conscrypt.OpenSSLMessageDigestJDK$SHA256",
          null,
          null);
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      if (!isLoaded()) {
        throw new NoSuchAlgorithmException("there is no native code for this machine");
      }
      return super.newInstance(parameter);
    }
  }
}

package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token in a file that something else keeps up to date. The file is read for each request,
 * so that a new token is used at once.
 */
public final class BearerFile implements Credentials {

  private final Path file;
  private volatile @Nullable Token last;

  /**
   * @param file holds the token and nothing else; read when it is needed
   */
  public BearerFile(Path file) {
    this.file = file;
  }

  @Override
  public Request authorize(Request request) {
    return request.with("Authorization", read().authorization());
  }

  @Override
  public boolean renew(Request refused) {
    return !read().authorization().equals(refused.headers().first("Authorization"));
  }

  private Token read() {
    try {
      String text = Files.readString(file);
      Token known = last;
      // A file that is being written anew is empty for a moment.
      Token token = text.isBlank() && known != null ? known : Token.parse(text, file.toString());
      last = token;
      return token;
    } catch (IOException e) {
      throw new CredentialsUnavailableException("cannot read the token in " + file, e);
    }
  }
}

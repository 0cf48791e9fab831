package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Writes a recorded body, content-decoded, into its entry: JSON, XML and text as such where they
 * are UTF-8, all else in Base64. It is read twice, and never held: first to see what it is, since
 * an entry that was begun cannot be taken back.
 */
final class HarBody implements HarText {

  private final Path root;
  private final EntryFiles place;
  private final String prefix;
  private final DumpRecord record;

  /** How a body is written. */
  private enum Form {
    TEXT,
    BASE64
  }

  /**
   * @param root a dump, or the folder of one of its studies, links resolved
   * @param path where the record lies in it
   */
  HarBody(Path root, String path, DumpRecord record) {
    this.root = root;
    this.record = record;
    Uid study = record.resource().study();
    // In the folder of one study, whatever its name, paths lack what a dump's begin with.
    this.prefix = study == null || path.startsWith(study + "/") ? "" : study + "/";
    this.place = EntryFiles.ofRecord(prefix + path);
  }

  @Override
  public void writeTo(JsonWriter json) {
    Form form;
    try {
      form = form();
    } catch (IOException e) {
      json.string("comment", "the body cannot be read: " + e.getMessage());
      return;
    }
    try {
      write(json, form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(JsonWriter json, Form form) throws IOException {
    if (form == Form.TEXT) {
      try (Reader text = new WholePairs(utf8(open()))) {
        json.text("text", text);
      }
    } else {
      try (InputStream content = open()) {
        json.base64("text", content);
      }
      json.string("encoding", "base64");
    }
  }

  private Form form() throws IOException {
    if (isTextual(MediaType.parse(record.responseHeaders().first("Content-Type")).type())) {
      try (Reader text = utf8(open())) {
        text.transferTo(Writer.nullWriter());
        return Form.TEXT;
      } catch (CharacterCodingException e) {
        return Form.BASE64;
      }
    }
    try (InputStream content = open()) {
      content.transferTo(OutputStream.nullOutputStream());
      return Form.BASE64;
    }
  }

  private static boolean isTextual(String type) {
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
  }

  private InputStream open() throws IOException {
    ContentCoding coding = ContentCoding.of(record.responseHeaders());
    return coding.decode(ExactBody.open(place, record, this::open));
  }

  /** Opens a file that lies in the folder and behind no link. */
  private InputStream open(String path) throws IOException {
    Path file = root.resolve(path.substring(prefix.length()));
    if (!file.toRealPath().equals(file)) {
      throw new NoSuchFileException(path);
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Reader utf8(InputStream content) {
    return new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
  }
}

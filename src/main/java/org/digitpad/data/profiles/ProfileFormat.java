package org.digitpad.data.profiles;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Utf8;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.Json;
import org.digitpad.io.json.JsonObject;

/**
 * What a person's folder says about the person, as one object in JSON:
 *
 * <pre>{"version":1,"name":"Zoë","model":"conv-gru"}</pre>
 */
final class ProfileFormat {
  /** The version that this program writes, and the newest one that it reads. */
  private static final int VERSION = 1;

  /** Far longer than any path. */
  private static final int MAX_MODEL_LENGTH = 1 << 15;

  private ProfileFormat() {}

  /**
   * The content of the file.
   *
   * @param name as {@link Profile#name}, but empty if none was given
   * @param model as {@link Profile#model}
   */
  record Content(String name, String model) {
    static final Content NONE = new Content("", "");
  }

  static byte[] toBytes(Content content) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", VERSION);
    fields.put("name", content.name());
    fields.put("model", content.model());
    return (Json.write(fields) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Parses what {@link #toBytes} has written.
   *
   * @param file name of the file in error messages
   * @throws BadInputException if the bytes are damaged
   * @throws IOException if they are of a newer version
   */
  static Content parse(byte[] bytes, Path file) throws IOException {
    try {
      JsonObject object = JsonObject.of(Json.parse(Utf8.decode(bytes)));
      if (object.integer("version") > VERSION) {
        throw new IOException(Messages.get("data.profiles.newer"));
      }
      Content content = new Content(object.text("name"), object.text("model"));
      if (!content.name().equals(ProfileNames.clean(content.name()))
          || content.name().length() > ProfileNames.MAX_LENGTH
          || content.model().length() > MAX_MODEL_LENGTH) {
        throw new BadInputException(Messages.get("data.profiles.damaged", file));
      }
      return content;
    } catch (BadJsonException | CharacterCodingException e) {
      throw new BadInputException(Messages.get("data.profiles.damaged", file), e);
    }
  }
}

package org.digitpad.data.profiles;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;

/** Names of people, and the names of their folders, which every file system takes. */
public final class ProfileNames {
  /** The longest name, in UTF-16 characters. */
  public static final int MAX_LENGTH = 200;

  /** The longest name of a folder, without the number that tells it from others. */
  private static final int MAX_ID_LENGTH = 40;

  /** Lower case only, since some file systems do not tell the case apart. */
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Names that Windows keeps for devices. */
  private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

  /** Room for a space and the number that tells a name from others. */
  private static final int NUMBER_LENGTH = 10;

  private static final String UNNAMED = "person";

  private ProfileNames() {}

  /** Returns a name as it is kept: on one line, without spaces around it or several in a row. */
  public static String clean(String text) {
    String line = PlainText.line(Normalizer.normalize(text, Normalizer.Form.NFC));
    return line.replaceAll("[\\h\\s]+", " ").strip();
  }

  /**
   * Returns a sentence about why a person cannot have this name; empty if that is possible.
   *
   * @param name a {@link #clean} name
   * @param others the names of all others
   */
  public static Optional<String> problem(String name, Collection<String> others) {
    if (name.isEmpty()) {
      return Optional.of(Messages.get("data.profiles.name.blank"));
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of(Messages.get("data.profiles.name.tooLong", MAX_LENGTH));
    }
    return holder(name, others).map(other -> Messages.get("data.profiles.name.taken", other));
  }

  /** Whether one of the others has a name that people would not tell from this one. */
  static boolean isTaken(String name, Collection<String> others) {
    return holder(name, others).isPresent();
  }

  private static Optional<String> holder(String name, Collection<String> others) {
    return others.stream().filter(other -> key(other).equals(key(name))).findFirst();
  }

  /** Returns a name with a number behind it, cut if it gets too long. */
  static String numbered(String name, int number) {
    int length = Math.min(name.length(), MAX_LENGTH - NUMBER_LENGTH);
    if (Character.isHighSurrogate(name.charAt(length - 1))) {
      length--;
    }
    return Messages.get("data.profiles.numbered", name.substring(0, length).strip(), number);
  }

  /** The same for names that people would not tell apart. */
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Derives the name of a folder from that of a person: Latin letters and digits. */
  static String id(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(MAX_ID_LENGTH, plain.length()));
    String id = cut.replaceAll("^-|-$", "");
    if (id.isEmpty()) {
      return UNNAMED;
    }
    return RESERVED.matcher(id).matches() ? UNNAMED + "-" + id : id;
  }

  /** Whether a text can be the name of a person's folder. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}

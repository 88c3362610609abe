package org.digitpad.i18n;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import net.xyzsd.plurals.PluralRule;
import net.xyzsd.plurals.PluralRuleType;
import org.jspecify.annotations.Nullable;

/**
 * The text that people read in the window and on the command line, from {@code
 * org/digitpad/messages.properties}. Keys begin with the package that uses them, as in {@code
 * ui.train.run.pause}. Values are {@link MessageFormat} patterns: placeholders are {@code {0}},
 * {@code {1}}, …, and an apostrophe is written twice.
 */
public final class Messages {
  private static final ResourceBundle BUNDLE =
      Translations.bundle("org.digitpad.messages", Locale.getDefault(Locale.Category.DISPLAY));

  private static final Locale LOCALE =
      BUNDLE.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : BUNDLE.getLocale();

  /** Text of the bundle that stands within other text. */
  private record Part(String text) {}

  private static final String OTHER = "other";
  private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many");

  private Messages() {}

  /** The language of the text, which numbers within it follow. */
  public static Locale locale() {
    return LOCALE;
  }

  /**
   * Returns the text of a key. Text among the arguments may come from anywhere, as the name of a
   * file does, and is shown as {@link PlainText#brief} makes it.
   *
   * @param arguments what replaces {@code {0}}, {@code {1}}, …; integers are grouped as the
   *     language groups them, other numbers are best formatted with {@link Numbers}; text that this
   *     class has made already is to be wrapped in {@link #part}
   * @throws MissingResourceException if there is no such key
   */
  public static String get(String key, Object... arguments) {
    Object[] safe = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      safe[i] = safe(arguments[i]);
    }
    return new MessageFormat(BUNDLE.getString(key), LOCALE).format(safe);
  }

  private static Object safe(Object argument) {
    if (argument instanceof Number) {
      return argument;
    }
    return argument instanceof Part part ? part.text : PlainText.brief(String.valueOf(argument));
  }

  /**
   * Wraps text of this class, or an exception's message that consists of it, to be an argument of
   * further text: it is not cut, and keeps its line breaks.
   */
  public static Object part(@Nullable String text) {
    return new Part(PlainText.lines(String.valueOf(text)));
  }

  /**
   * Returns the text of a key in the plural form that a count takes in this language: the key with
   * {@code .zero}, {@code .one}, {@code .two}, {@code .few}, {@code .many} or {@code .other} behind
   * it (Unicode CLDR, "Language Plural Rules"). A form that the bundle lacks is {@code .other}.
   *
   * @param count replaces {@code {0}}
   * @param arguments what replaces {@code {1}}, {@code {2}}, …
   * @throws MissingResourceException if there is neither the form nor {@code .other}
   */
  public static String plural(String key, long count, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = count;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return get(key + "." + form(key, count), all);
  }

  /** Asks for the rules only where there is more than one form to choose from. */
  private static String form(String key, long count) {
    if (FORMS.stream().noneMatch(form -> BUNDLE.containsKey(key + "." + form))) {
      return OTHER;
    }
    String form = Plurals.RULE.select(count).name().toLowerCase(Locale.ROOT);
    return BUNDLE.containsKey(key + "." + form) ? form : OTHER;
  }

  /** Loaded on first use, since the rules of all languages take tens of milliseconds. */
  private static final class Plurals {
    static final PluralRule RULE = PluralRule.createOrDefault(LOCALE, PluralRuleType.CARDINAL);
  }
}

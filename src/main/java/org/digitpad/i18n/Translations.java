package org.digitpad.i18n;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resource bundles of DigitPad. Java would look for a bundle of the user's language in
 * all jars of the class path, and open those of a hundred megabytes for it, before it took the one
 * that is there.
 */
public final class Translations {
  /** The languages that DigitPad is translated to. */
  static final Set<String> LANGUAGES = Set.of();

  private Translations() {}

  /** Returns a bundle of properties in a language, or in English if there is no translation. */
  public static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(name, locale, new Translated());
  }

  private static final class Translated extends ResourceBundle.Control {
    @Override
    public List<String> getFormats(String name) {
      return FORMAT_PROPERTIES;
    }

    @Override
    public List<Locale> getCandidateLocales(String name, Locale locale) {
      return LANGUAGES.contains(locale.getLanguage())
          ? super.getCandidateLocales(name, locale)
          : List.of(Locale.ROOT);
    }

    @Override
    public @Nullable Locale getFallbackLocale(String name, Locale locale) {
      return null;
    }
  }
}

package org.digitpad.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.io.AtomicFiles;
import org.slf4j.LoggerFactory;

/**
 * Preferences in the file {@code settings.properties}, which is replaced atomically. Errors are
 * logged: an unreadable file yields the defaults, and an unwritable one stays as it is.
 */
public final class PreferencesFile implements PreferencesStore {
  private static final String THEME = "theme";
  private static final String REDUCE_MOTION = "reduceMotion";
  private static final String MODEL = "model";

  private final Supplier<Path> folder;

  /**
   * @param folder returns the folder, which is created when needed; may be slow
   */
  public PreferencesFile(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public Preferences load() {
    Properties values = new Properties();
    try {
      Path file = file();
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          values.load(in);
        }
      }
    } catch (IOException | RuntimeException cause) {
      LoggerFactory.getLogger(PreferencesFile.class)
          .warn("cannot read the preferences: {}", cause.toString());
    }
    return new Preferences(
        theme(values.getProperty(THEME, "")),
        Boolean.parseBoolean(values.getProperty(REDUCE_MOTION)),
        values.getProperty(MODEL, ""));
  }

  @Override
  public void update(UnaryOperator<Preferences> update) {
    Preferences preferences = update.apply(load());
    Properties values = new Properties();
    values.setProperty(THEME, preferences.theme().name().toLowerCase(Locale.ROOT));
    values.setProperty(REDUCE_MOTION, String.valueOf(preferences.reduceMotion()));
    values.setProperty(MODEL, preferences.model());
    try {
      AtomicFiles.write(file(), out -> values.store(out, null));
    } catch (IOException | RuntimeException cause) {
      LoggerFactory.getLogger(PreferencesFile.class)
          .warn("cannot write the preferences: {}", cause.toString());
    }
  }

  private Path file() {
    return folder.get().resolve("settings.properties");
  }

  private static ThemeChoice theme(String name) {
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equalsIgnoreCase(name.strip())) {
        return choice;
      }
    }
    return Preferences.DEFAULT.theme();
  }
}

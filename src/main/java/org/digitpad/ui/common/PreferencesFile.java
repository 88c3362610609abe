package org.digitpad.ui.common;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.FileErrors;
import org.digitpad.io.InputFile;
import org.slf4j.LoggerFactory;

/**
 * Preferences in the file {@code settings.properties}, which is replaced atomically. A lock keeps
 * two windows from undoing each other's changes. A damaged file is set aside and yields the
 * defaults; one that cannot be read yields the defaults, too. Both are logged.
 */
public final class PreferencesFile implements PreferencesStore {
  private static final String THEME = "theme";
  private static final String REDUCE_MOTION = "reduceMotion";
  private static final String MODEL = "model";
  private static final String WINDOW = "window";
  private static final String SHOW_DRAWINGS = "showDrawings";
  private static final String SHOW_INSIDE = "showInside";
  private static final String PROFILE = "profile";
  private static final String PRACTICE_REST = "practiceRest";

  /** Far more than the longest path of a model takes, in bytes. */
  private static final int MAX_BYTES = 1 << 16;

  /** Another window holds the lock for a few milliseconds only; else it hangs or was stopped. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Supplier<Path> folder;
  private volatile String note = "";

  /**
   * @param folder returns the folder, which is created when needed; may be slow
   */
  public PreferencesFile(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public Preferences load() {
    try {
      return preferences(read());
    } catch (IOException | RuntimeException cause) {
      LoggerFactory.getLogger(PreferencesFile.class).warn("cannot read the preferences", cause);
      return Preferences.DEFAULT;
    }
  }

  @Override
  public String note() {
    return note;
  }

  private static Preferences preferences(Properties values) {
    return new Preferences(
        theme(values.getProperty(THEME, "")),
        Boolean.parseBoolean(values.getProperty(REDUCE_MOTION)),
        values.getProperty(MODEL, ""),
        WindowPlacement.parse(values.getProperty(WINDOW, "")),
        Optional.ofNullable(values.getProperty(SHOW_DRAWINGS)).map(Boolean::parseBoolean),
        Boolean.parseBoolean(values.getProperty(SHOW_INSIDE)),
        values.getProperty(PROFILE, ""),
        values.getProperty(PRACTICE_REST, ""));
  }

  private Properties read() throws IOException {
    Properties values = new Properties();
    Path file = file();
    if (Files.exists(file)) {
      try {
        values.load(new ByteArrayInputStream(InputFile.readAll(file, MAX_BYTES)));
      } catch (IllegalArgumentException damaged) {
        setAside(damaged);
        values.clear();
      }
    }
    return values;
  }

  private void setAside(Exception damaged) {
    try {
      Path aside = AtomicFiles.setAside(file());
      note = Messages.get("ui.common.preferences.damaged", aside);
      LoggerFactory.getLogger(PreferencesFile.class)
          .warn("the preferences were damaged, and are now {}", aside, damaged);
    } catch (IOException cause) {
      LoggerFactory.getLogger(PreferencesFile.class).warn("cannot set preferences aside", cause);
    }
  }

  @Override
  public void update(UnaryOperator<Preferences> update) {
    try {
      Optional<ExclusiveLock> lock =
          ExclusiveLock.acquire(folder.get().resolve(".settings.lock"), PATIENCE);
      try {
        Properties values = read();
        Preferences preferences = update.apply(preferences(values));
        values.setProperty(THEME, preferences.theme().name().toLowerCase(Locale.ROOT));
        values.setProperty(REDUCE_MOTION, String.valueOf(preferences.reduceMotion()));
        values.setProperty(MODEL, preferences.model());
        preferences.window().ifPresent(window -> values.setProperty(WINDOW, window.toText()));
        preferences
            .showDrawings()
            .ifPresent(show -> values.setProperty(SHOW_DRAWINGS, String.valueOf(show)));
        values.setProperty(SHOW_INSIDE, String.valueOf(preferences.showInside()));
        values.setProperty(PROFILE, preferences.profile());
        values.setProperty(PRACTICE_REST, preferences.practiceRest());
        AtomicFiles.write(file(), out -> values.store(out, null));
      } finally {
        if (lock.isPresent()) {
          lock.get().close();
        }
      }
    } catch (BadInputException unreadable) {
      // it may be intact, so it is not replaced
      throw new UncheckedIOException(
          Messages.get("ui.common.preferences.unreadable", Messages.part(unreadable.getMessage())),
          new IOException(unreadable));
    } catch (IOException cause) {
      throw new UncheckedIOException(
          Messages.get(
              "ui.common.preferences.notWritable",
              file(),
              FileErrors.reason(cause),
              DataFolders.HOME_VARIABLE),
          cause);
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

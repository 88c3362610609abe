package org.digitpad.ui;

import java.io.File;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.digitpad.ui.common.FileDialogs;
import org.jspecify.annotations.Nullable;

/** Dialogs in which the user chooses a file at once, to open it or to save to it. */
final class ChosenFile implements FileDialogs {
  private final Supplier<@Nullable File> file;

  /**
   * @param file returns the file; null if the user cancels
   */
  ChosenFile(Supplier<@Nullable File> file) {
    this.file = file;
  }

  @Override
  public @Nullable File open(FileChooser chooser, Window owner) {
    return file.get();
  }

  @Override
  public @Nullable File save(FileChooser chooser, Window owner) {
    return file.get();
  }

  @Override
  public @Nullable File folder(DirectoryChooser chooser, Window owner) {
    return null;
  }
}

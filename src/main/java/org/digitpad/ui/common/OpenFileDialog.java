package org.digitpad.ui.common;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks the user for an existing file. */
public final class OpenFileDialog {
  private OpenFileDialog() {}

  /**
   * Returns the chosen file, or null if the user cancels.
   *
   * @param kind description of the file type
   * @param patterns file name patterns, such as "*.csv"
   */
  public static @Nullable File ask(Node owner, String title, String kind, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, List.of(patterns)));
    return FileDialogs.of(owner).open(chooser, owner.getScene().getWindow());
  }
}

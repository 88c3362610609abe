package org.digitpad.ui.common;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks for a file that exists. */
public final class OpenFileDialog {
  private OpenFileDialog() {}

  /**
   * Returns the file; null if people thought better of it.
   *
   * @param kind what such files are
   * @param patterns how their names end, such as "*.csv"
   */
  public static @Nullable File ask(Node owner, String title, String kind, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, List.of(patterns)));
    return chooser.showOpenDialog(owner.getScene().getWindow());
  }
}

package org.digitpad.ui.common;

import java.io.File;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks for a place for a file. */
public final class SaveFileDialog {
  private SaveFileDialog() {}

  /** Returns the place; null if people thought better of it. */
  public static @Nullable File ask(Node owner, String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return chooser.showSaveDialog(owner.getScene().getWindow());
  }
}

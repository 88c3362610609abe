package org.digitpad.ui.common;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs that ask the user for a file or a folder; each returns null if the user cancels. They
 * belong to the operating system, so a scene that a program uses may replace them by its own.
 */
public interface FileDialogs {
  /** The dialogs of the operating system. */
  FileDialogs NATIVE =
      new FileDialogs() {
        @Override
        public @Nullable File open(FileChooser chooser, Window owner) {
          return chooser.showOpenDialog(owner);
        }

        @Override
        public @Nullable File save(FileChooser chooser, Window owner) {
          return chooser.showSaveDialog(owner);
        }

        @Override
        public @Nullable File folder(DirectoryChooser chooser, Window owner) {
          return chooser.showDialog(owner);
        }
      };

  @Nullable File open(FileChooser chooser, Window owner);

  @Nullable File save(FileChooser chooser, Window owner);

  @Nullable File folder(DirectoryChooser chooser, Window owner);

  /** Uses these dialogs in a scene instead of the native ones. */
  default void replaceIn(Scene scene) {
    scene.getProperties().put(FileDialogs.class, this);
  }

  /** Returns the dialogs of the scene that a node is in. */
  static FileDialogs of(Node owner) {
    return (FileDialogs) owner.getScene().getProperties().getOrDefault(FileDialogs.class, NATIVE);
  }
}

package org.digitpad.data.profiles;

import java.nio.file.Path;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.io.DataFolders;

/**
 * A person whose drawings are kept apart from those of others.
 *
 * @param id name of the person's folder in {@code people}; empty for the first person, whose files
 *     are those of DigitPad itself
 * @param name for people, not blank
 * @param model name of the bundled model, or file of the model, that the person has chosen for the
 *     pad; empty for the default one
 * @param folders the person's folders, of the same layout for everyone
 */
public record Profile(String id, String name, String model, DataFolders folders) {
  /** The file of the person's own labeled drawings; need not exist. */
  public Path drawingsFile() {
    return folders.drawings().resolve(MyDrawingsStore.FILE_NAME);
  }

  /** The folder of the models that have learned the person's hand; need not exist. */
  public Path modelsFolder() {
    return folders.models();
  }

  /** Whether this is the person who is there without anybody having been added. */
  public boolean isFirst() {
    return id.isEmpty();
  }
}

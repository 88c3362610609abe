package org.digitpad.data.mydrawings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.SharedListFile;

/**
 * Keeps a person's drawings in a file, which the commands {@code evaluate} and {@code train} read
 * as it is. All methods may be slow.
 */
public final class MyDrawingsStore {
  /** Name of the file in a person's folder. */
  public static final String FILE_NAME = "my-drawings.jsonl";

  /** More than the largest number of points takes, in bytes. */
  static final int MAX_BYTES = 96 << 20;

  private final SharedListFile<MyDrawing> file;

  /**
   * @param file its folder is created when needed
   */
  public MyDrawingsStore(Path file) {
    this.file = new SharedListFile<>(() -> file, MAX_BYTES, new Format());
  }

  /** Returns the drawings, the newest first; none with a note if they cannot be read. */
  public SharedListFile.Content<MyDrawing> load() {
    return file.load();
  }

  /**
   * Changes the drawings. When this returns, the change is on the disk. Changes of other windows
   * stay.
   *
   * @param change gets the drawings that are kept at the moment
   * @return what is kept then
   * @throws java.io.UncheckedIOException if nothing was changed, with a sentence for the user
   */
  public SharedListFile.Content<MyDrawing> update(UnaryOperator<List<MyDrawing>> change) {
    return file.update(change);
  }

  private static final class Format implements SharedListFile.Format<MyDrawing> {
    /** Writing thousands of drawings anew takes longer than all the rest of a change. */
    private final Map<MyDrawing, byte[]> lines = new IdentityHashMap<>();

    @Override
    public byte[] toBytes(List<MyDrawing> drawings) throws IOException {
      return MyDrawingsFormat.toBytes(drawings, lines);
    }

    @Override
    public List<MyDrawing> parse(byte[] bytes, Path path) throws IOException {
      return MyDrawingsFormat.parse(bytes, path);
    }

    @Override
    public String damaged(Path aside) {
      return Messages.get("data.mydrawings.damaged", aside);
    }

    @Override
    public String previousUsed(Path aside) {
      return Messages.get("data.mydrawings.previousUsed", aside);
    }

    @Override
    public String unreadable(Path path, String reason) {
      return Messages.get("data.mydrawings.unreadable", path, reason);
    }
  }
}

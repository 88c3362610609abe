package org.digitpad.data.drawings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.SharedListFile;

/** Keeps drawings in the file {@code drawings.jsonl}, a {@link SharedListFile}. */
public final class DrawingsFile implements DrawingStore {
  /** More than the largest number of points takes, in bytes. */
  static final int MAX_BYTES = 32 << 20;

  private final SharedListFile<KeptDrawing> file;

  /**
   * @param folder returns the folder, which is created when needed; may be slow
   */
  public DrawingsFile(Supplier<Path> folder) {
    file =
        new SharedListFile<>(() -> folder.get().resolve("drawings.jsonl"), MAX_BYTES, new Format());
  }

  @Override
  public Content load() {
    return content(file.load());
  }

  @Override
  public Content update(UnaryOperator<List<KeptDrawing>> change) {
    return content(file.update(change));
  }

  private static Content content(SharedListFile.Content<KeptDrawing> found) {
    return new Content(found.items(), found.note());
  }

  private static final class Format implements SharedListFile.Format<KeptDrawing> {
    @Override
    public byte[] toBytes(List<KeptDrawing> drawings) throws IOException {
      return DrawingsFormat.toBytes(drawings);
    }

    @Override
    public List<KeptDrawing> parse(byte[] bytes, Path file) throws IOException {
      return DrawingsFormat.parse(bytes, file);
    }

    @Override
    public String damaged(Path aside) {
      return Messages.get("data.drawings.damaged", aside);
    }

    @Override
    public String previousUsed(Path aside) {
      return Messages.get("data.drawings.previousUsed", aside);
    }

    @Override
    public String unreadable(Path file, String reason) {
      return Messages.get("data.drawings.unreadable", file, reason);
    }
  }
}

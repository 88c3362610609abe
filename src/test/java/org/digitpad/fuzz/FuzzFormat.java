package org.digitpad.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A format of files, with the code that reads it, valid files, and what else to try. */
public final class FuzzFormat {
  private final String name;
  private final Reader reader;
  private final List<byte[]> files;
  private final Map<String, Content> handmade = new LinkedHashMap<>();
  private final List<byte[]> words = new ArrayList<>();
  private Predicate<byte[]> isProtected = file -> false;
  private UnaryOperator<byte[]> unpack = UnaryOperator.identity();
  private UnaryOperator<byte[]> pack = UnaryOperator.identity();

  /** Reads a file as the program does. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @return what was read; files that mean the same give equal results
     * @throws org.digitpad.io.BadInputException if the file is refused
     */
    Object read(Path file) throws IOException;
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  /**
   * @param name name in reports and for {@code -Dfuzz.formats}
   * @param files valid files, from which mutations start
   */
  public FuzzFormat(String name, Reader reader, byte[]... files) {
    this.name = name;
    this.reader = reader;
    this.files = List.of(files);
  }

  /** Adds words of the format, one character a byte, which mutations insert. */
  public FuzzFormat words(String... more) {
    for (String word : more) {
      words.add(word.getBytes(StandardCharsets.ISO_8859_1));
    }
    return this;
  }

  /** Adds a file made by hand, which is tried before any mutation. */
  public FuzzFormat handmade(String description, Content content) {
    handmade.put(description, content);
    return this;
  }

  /** Adds a file made by hand, which is made only when it is tried. */
  public FuzzFormat handmade(String description, Supplier<byte[]> content) {
    return handmade(description, file -> Files.write(file, content.get()));
  }

  /** Adds a file made by hand, which is tried before any mutation. */
  public FuzzFormat handmade(String description, String content) {
    return handmade(description, () -> content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Says how to get at what compression or checksums shield, where half of the mutations are made,
   * and how to shield any bytes again.
   */
  public FuzzFormat shielded(UnaryOperator<byte[]> newUnpack, UnaryOperator<byte[]> newPack) {
    unpack = newUnpack;
    pack = newPack;
    return this;
  }

  /**
   * Says which files have a checksum over all that matters, so that a damaged one must either be
   * refused or mean the same.
   */
  public FuzzFormat protectedIf(Predicate<byte[]> test) {
    isProtected = test;
    return this;
  }

  public String name() {
    return name;
  }

  Object read(Path file) throws IOException {
    return reader.read(file);
  }

  List<byte[]> files() {
    return files;
  }

  List<byte[]> words() {
    return words;
  }

  Map<String, Content> handmade() {
    return handmade;
  }

  boolean isProtected(byte[] file) {
    return isProtected.test(file);
  }

  byte[] unpack(byte[] file) {
    return unpack.apply(file);
  }

  byte[] pack(byte[] content) {
    return pack.apply(content);
  }
}

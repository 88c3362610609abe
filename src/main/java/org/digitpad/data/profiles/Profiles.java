package org.digitpad.data.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.FileErrors;
import org.digitpad.io.Folders;
import org.digitpad.io.InputFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The people who use DigitPad on this computer. The first one has DigitPad's own folder, each other
 * one a folder within {@code people}. The name stands in {@code state/profile.json} of the person's
 * folder. There is no list of all, which could be lost: whoever has a folder is there. A damaged
 * file costs no more than the name.
 *
 * <p>All methods may be slow, and can be called from any thread.
 */
public final class Profiles {
  private static final String FILE = "profile.json";
  private static final DateTimeFormatter DELETED = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Far more than the longest name and the longest path take, in bytes. */
  static final int MAX_BYTES = 1 << 18;

  /** Another window holds the lock for some milliseconds; longer on a busy disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<DataFolders> folders;

  /**
   * @param folders returns DigitPad's folders; may be slow
   */
  public Profiles(Supplier<DataFolders> folders) {
    this.folders = folders;
  }

  /**
   * The people who are there.
   *
   * @param profiles the first person, then the others by name; never empty
   * @param deletedFolder where the folders of deleted people are moved to; need not exist
   * @param note a sentence on what happened to names, or why people are missing; empty if nothing
   *     did
   */
  public record Content(List<Profile> profiles, Path deletedFolder, String note) {
    public Content {
      profiles = List.copyOf(profiles);
    }
  }

  /**
   * A person who was deleted.
   *
   * @param profile the person
   * @param folder where the person's folder is now
   */
  public record Deleted(Profile profile, Path folder) {}

  /** Returns all people; those whose folders cannot be listed are missing, with a note. */
  public Content list() {
    Notes notes = new Notes();
    List<Profile> others = new ArrayList<>();
    try {
      for (String id : ids()) {
        others.add(profile(id, notes));
      }
    } catch (IOException cause) {
      LoggerFactory.getLogger(Profiles.class).warn("cannot list {}", people(), cause);
      notes.add(Messages.get("data.profiles.unreadableFolder", people(), FileErrors.reason(cause)));
    }
    Collator byName = Collator.getInstance();
    others.sort(Comparator.comparing(Profile::name, byName).thenComparing(Profile::id));
    List<Profile> all = new ArrayList<>();
    all.add(profile("", notes));
    all.addAll(others);
    return new Content(all, deleted(), notes.first());
  }

  /** Returns the person with an {@link Profile#id}, or the first one if that person is gone. */
  public Profile find(String id) {
    boolean there =
        !id.isEmpty() && ProfileNames.isId(id) && Files.isDirectory(people().resolve(id));
    return profile(there ? id : "", new Notes());
  }

  /**
   * Adds a person.
   *
   * @throws BadInputException if this cannot be a name, or somebody has it already
   * @throws UncheckedIOException if the folder cannot be written, with a sentence for the user
   */
  public Profile add(String name) {
    String clean = ProfileNames.clean(name);
    return changing(
        () -> {
          requireName(clean, null);
          String id = createFolder(ProfileNames.id(clean));
          try {
            write(id, new ProfileFormat.Content(clean, ""));
          } catch (IOException cause) {
            deleteEmpty(id);
            throw cause;
          }
          return profile(id, new Notes());
        });
  }

  /**
   * Gives a person another name; the folder keeps its own.
   *
   * @throws BadInputException if this cannot be a name, or somebody else has it
   * @throws UncheckedIOException if the name cannot be written, with a sentence for the user
   */
  public Profile rename(Profile profile, String name) {
    String clean = ProfileNames.clean(name);
    return changing(
        () -> {
          requireName(clean, profile);
          return update(profile, old -> new ProfileFormat.Content(clean, old.model()));
        });
  }

  /**
   * Remembers the model that a person has chosen for the pad.
   *
   * @param model as {@link Profile#model}
   * @throws UncheckedIOException if it cannot be written, with a sentence for the user
   */
  public Profile rememberModel(Profile profile, String model) {
    return changing(() -> update(profile, old -> new ProfileFormat.Content(old.name(), model)));
  }

  /**
   * Moves a person's folder, with all drawings and models, to the folder {@code deleted}.
   *
   * @throws IllegalArgumentException if this is the first person
   * @throws UncheckedIOException if the folder cannot be moved, with a sentence for the user
   */
  public Deleted delete(Profile profile) {
    if (profile.isFirst()) {
      throw new IllegalArgumentException("the first person stays");
    }
    return changing(
        () -> {
          Folders.create(deleted());
          String name = profile.id() + "-" + DELETED.format(LocalDateTime.now());
          for (int copy = 1; ; copy++) {
            Path to = deleted().resolve(copy == 1 ? name : name + "-" + copy);
            if (!Files.exists(to)) {
              Folders.move(people().resolve(profile.id()), to);
              return new Deleted(profile, to);
            }
          }
        });
  }

  /**
   * Brings a person back who was deleted, under another name if somebody has it meanwhile.
   *
   * @throws UncheckedIOException if the folder cannot be moved, with a sentence for the user
   */
  public Profile restore(Deleted deleted) {
    return changing(
        () -> {
          String id = freeId(deleted.profile().id());
          giveFreeName(new DataFolders(deleted.folder()).state().resolve(FILE));
          Folders.move(deleted.folder(), people().resolve(id));
          return profile(id, new Notes());
        });
  }

  /** Changes the name of a person who is not there, if somebody has it. */
  private void giveFreeName(Path file) throws IOException {
    ProfileFormat.Content content = read(file, new Notes());
    List<String> others = list().profiles().stream().map(Profile::name).toList();
    String name = content.name();
    for (int copy = 2; ProfileNames.isTaken(name, others); copy++) {
      name = ProfileNames.numbered(content.name(), copy);
    }
    if (!name.equals(content.name())) {
      AtomicFiles.writeKeepingPrevious(
          file, ProfileFormat.toBytes(new ProfileFormat.Content(name, content.model())));
    }
  }

  private Path deleted() {
    return folders.get().root().resolve("deleted");
  }

  private Path people() {
    return folders.get().root().resolve("people");
  }

  private DataFolders foldersOf(String id) {
    return id.isEmpty() ? folders.get() : new DataFolders(people().resolve(id));
  }

  private Path file(String id) {
    return foldersOf(id).state().resolve(FILE);
  }

  private List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    if (Files.isDirectory(people())) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(people())) {
        for (Path entry : entries) {
          String id = String.valueOf(entry.getFileName());
          if (ProfileNames.isId(id) && Files.isDirectory(entry)) {
            ids.add(id);
          }
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    return ids;
  }

  private Profile profile(String id, Notes notes) {
    ProfileFormat.Content content;
    try {
      content = read(file(id), notes);
    } catch (IOException cause) {
      // it may be intact, so it stays
      LoggerFactory.getLogger(Profiles.class).warn("cannot read {}", file(id), cause);
      notes.add(Messages.get("data.profiles.unreadable", file(id), FileErrors.reason(cause)));
      content = ProfileFormat.Content.NONE;
    }
    String unnamed = id.isEmpty() ? Messages.get("data.profiles.first") : id;
    String name = content.name().isEmpty() ? unnamed : content.name();
    return new Profile(id, name, content.model(), foldersOf(id));
  }

  /**
   * Reads a person's file, or the one before the last change if it is damaged.
   *
   * @throws IOException if there is a file that cannot be read, although it may be intact
   */
  private static ProfileFormat.Content read(Path file, Notes notes) throws IOException {
    Path previous = AtomicFiles.previous(file);
    Path present = Files.exists(file) ? file : previous;
    if (!Files.exists(present)) {
      return ProfileFormat.Content.NONE;
    }
    try {
      return parse(present);
    } catch (BadInputException damaged) {
      LoggerFactory.getLogger(Profiles.class).warn("{}", damaged.getMessage());
    }
    Path aside = AtomicFiles.setAside(present);
    notes.add(Messages.get("data.profiles.setAside", aside));
    if (Files.exists(previous)) {
      try {
        return parse(previous);
      } catch (BadInputException damagedToo) {
        AtomicFiles.setAside(previous);
      }
    }
    return ProfileFormat.Content.NONE;
  }

  private static ProfileFormat.Content parse(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(Messages.get("io.reason.notRegularFile"));
    }
    return ProfileFormat.parse(InputFile.readAll(file, MAX_BYTES), file);
  }

  private Profile update(Profile profile, UnaryOperator<ProfileFormat.Content> change)
      throws IOException {
    Path folder = foldersOf(profile.id()).root();
    if (!profile.isFirst() && !Files.isDirectory(folder)) {
      // another window has deleted the person, who would come back without drawings
      throw new NoSuchFileException(folder.toString());
    }
    ProfileFormat.Content before = read(file(profile.id()), new Notes());
    ProfileFormat.Content after = change.apply(before);
    if (!after.equals(before)) {
      write(profile.id(), after);
    }
    return profile(profile.id(), new Notes());
  }

  private void write(String id, ProfileFormat.Content content) throws IOException {
    AtomicFiles.writeKeepingPrevious(file(id), ProfileFormat.toBytes(content));
  }

  private void requireName(String name, @Nullable Profile owner) {
    List<String> others =
        list().profiles().stream()
            .filter(each -> owner == null || !each.id().equals(owner.id()))
            .map(Profile::name)
            .toList();
    Optional<String> problem = ProfileNames.problem(name, others);
    if (problem.isPresent()) {
      throw new BadInputException(problem.get());
    }
  }

  /** Creates a folder with this name, or with a number behind it if there is one already. */
  private String createFolder(String wanted) throws IOException {
    Folders.create(people());
    while (true) {
      String id = freeId(wanted);
      try {
        Files.createDirectory(people().resolve(id));
        return id;
      } catch (FileAlreadyExistsException e) {
        // another program has been faster
      }
    }
  }

  private String freeId(String wanted) {
    String id = wanted;
    for (int copy = 2; Files.exists(people().resolve(id)); copy++) {
      id = wanted + "-" + copy;
    }
    return id;
  }

  /** Leaves no person behind who could not be given a name. */
  private void deleteEmpty(String id) {
    try {
      Files.deleteIfExists(foldersOf(id).state());
      Files.deleteIfExists(foldersOf(id).root());
    } catch (IOException cause) {
      LoggerFactory.getLogger(Profiles.class).warn("cannot delete the folder of {}", id, cause);
    }
  }

  @FunctionalInterface
  private interface Change<T> {
    T run() throws IOException;
  }

  /** Makes windows change people one after the other. */
  private <T> T changing(Change<T> change) {
    try {
      ExclusiveLock lock = lock();
      try {
        return change.run();
      } finally {
        lock.close();
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(
          Messages.get(
              "data.profiles.notWritable",
              people(),
              FileErrors.reason(cause),
              DataFolders.HOME_VARIABLE),
          cause);
    }
  }

  private ExclusiveLock lock() throws IOException {
    return ExclusiveLock.acquire(folders.get().state().resolve(".people.lock"), PATIENCE)
        .orElseThrow(() -> new IOException(Messages.get("data.profiles.inUse")));
  }

  /** Keeps the first of several sentences. */
  private static final class Notes {
    private String first = "";

    void add(String note) {
      if (first.isEmpty()) {
        first = note;
      }
    }

    String first() {
      return first;
    }
  }
}

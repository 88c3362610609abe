package org.digitpad.ui.profile;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.data.profiles.Profile;
import org.digitpad.data.profiles.ProfileNames;
import org.digitpad.data.profiles.Profiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The people who use DigitPad on this computer, and the one whose drawings and model are in use.
 * All methods must be called on the UI thread, unless they say otherwise; changes are made in the
 * background, one after the other.
 */
public final class ProfilesViewModel {
  private final Profiles store;
  private final CompletableFuture<Profile> start;
  private final Consumer<String> save;
  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<List<Profile>> profiles =
      new ReadOnlyObjectWrapper<>(this, "profiles", List.of());
  private final ReadOnlyObjectWrapper<@Nullable Profile> active =
      new ReadOnlyObjectWrapper<>(this, "active");
  private final ReadOnlyObjectWrapper<Optional<Profiles.Deleted>> deleted =
      new ReadOnlyObjectWrapper<>(this, "deleted", Optional.empty());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

  /** Where the folders of deleted people are; empty until the people are loaded. */
  private String deletedFolder = "";

  /**
   * @param store keeps the people
   * @param start the person of the last session
   * @param save saves the {@link Profile#id} of the person in use; must return at once
   * @param background runs tasks one after the other
   * @param ui runs a task on the UI thread
   */
  public ProfilesViewModel(
      Profiles store,
      CompletableFuture<Profile> start,
      Consumer<String> save,
      Executor background,
      Executor ui) {
    this.store = store;
    this.start = start;
    this.save = save;
    this.background = background;
    this.ui = ui;
  }

  /** The people, the first one first; none until they are loaded. */
  public ReadOnlyObjectProperty<List<Profile>> profilesProperty() {
    return profiles.getReadOnlyProperty();
  }

  /** The person in use; null until the people are loaded. */
  public ReadOnlyObjectProperty<@Nullable Profile> activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** The person who was deleted last in this session, and can be brought back. */
  public ReadOnlyObjectProperty<Optional<Profiles.Deleted>> deletedProperty() {
    return deleted.getReadOnlyProperty();
  }

  /** A sentence on what happened to the people; empty if nothing did. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Loads the people in the background. */
  public void load() {
    background.execute(
        () -> {
          Profile last = start.join();
          Profiles.Content content = store.list();
          ui.execute(
              () -> {
                if (active.get() == null) {
                  active.set(last);
                }
                show(content);
              });
        });
  }

  /** Switches to a person, in this session and in later ones. */
  public void use(Profile profile) {
    if (!isActive(profile)) {
      active.set(profile);
      save.accept(profile.id());
      // the person may have chosen another model in another window
      background.execute(() -> reload("", done -> {}));
    }
  }

  /**
   * Returns a sentence about why a person cannot have a name; empty if that is possible.
   *
   * @param owner the person who is to be renamed; null for a new one
   */
  public Optional<String> problem(String name, @Nullable Profile owner) {
    return ProfileNames.problem(
        ProfileNames.clean(name),
        profiles.get().stream()
            .filter(each -> owner == null || !each.id().equals(owner.id()))
            .map(Profile::name)
            .toList());
  }

  /**
   * Adds a person and switches to that one.
   *
   * @param done receives a sentence about why this failed; an empty one if it did not
   */
  public void add(String name, Consumer<String> done) {
    change(() -> store.add(name), this::use, done);
  }

  /**
   * Gives a person another name.
   *
   * @param done as for {@link #add}
   */
  public void rename(Profile profile, String name, Consumer<String> done) {
    change(() -> store.rename(profile, name), renamed -> {}, done);
  }

  /**
   * Deletes a person, and switches to the first one if that person is in use.
   *
   * @param done as for {@link #add}
   */
  public void delete(Profile profile, Consumer<String> done) {
    // what is still being saved goes to the person's folder before that is moved
    if (isActive(profile)) {
      use(first());
    }
    change(() -> store.delete(profile), gone -> deleted.set(Optional.of(gone)), done);
  }

  /** Brings the person back who was deleted last, and switches to that one. */
  public void restoreDeleted() {
    Optional<Profiles.Deleted> last = deleted.get();
    if (last.isPresent()) {
      deleted.set(Optional.empty());
      change(
          () -> store.restore(last.get()),
          this::use,
          error -> {
            if (!error.isEmpty()) {
              deleted.set(last);
              note.set(error);
            }
          });
    }
  }

  /** Remembers the model that the person in use has chosen for the pad. */
  public void rememberModel(String model) {
    Profile person = active.get();
    if (person != null && !person.model().equals(model)) {
      change(
          () -> store.rememberModel(person, model),
          changed -> {},
          error -> {
            if (!error.isEmpty()) {
              note.set(error);
            }
          });
    }
  }

  /** Where the folder of a deleted person is moved to. */
  public String deletedFolder() {
    return deletedFolder;
  }

  private boolean isActive(Profile profile) {
    Profile now = active.get();
    return now != null && now.id().equals(profile.id());
  }

  private Profile first() {
    return profiles.get().get(0);
  }

  private <T> void change(Supplier<T> change, Consumer<T> use, Consumer<String> done) {
    background.execute(
        () -> {
          T result;
          try {
            result = change.get();
          } catch (BadInputException cause) {
            reload(String.valueOf(cause.getMessage()), done);
            return;
          } catch (RuntimeException cause) {
            LoggerFactory.getLogger(ProfilesViewModel.class).warn("cannot change people", cause);
            String sentence = cause.getMessage();
            reload(sentence == null ? FileErrors.reason(cause) : sentence, done);
            return;
          }
          Profiles.Content content = store.list();
          ui.execute(
              () -> {
                show(content);
                use.accept(result);
                done.accept("");
              });
        });
  }

  private void reload(String error, Consumer<String> done) {
    Profiles.Content content = store.list();
    ui.execute(
        () -> {
          show(content);
          done.accept(error);
        });
  }

  private void show(Profiles.Content content) {
    deletedFolder = content.deletedFolder().toString();
    if (!content.profiles().equals(profiles.get())) {
      profiles.set(content.profiles());
    }
    Profile before = active.get();
    if (before != null) {
      // the same person, perhaps with another name
      content.profiles().stream()
          .filter(this::isActive)
          .findFirst()
          .filter(now -> !now.equals(before))
          .ifPresent(active::set);
    }
    if (!content.note().isEmpty()) {
      note.set(content.note());
    }
  }
}

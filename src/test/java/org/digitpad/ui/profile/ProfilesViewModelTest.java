package org.digitpad.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.digitpad.data.profiles.Profile;
import org.digitpad.data.profiles.Profiles;
import org.digitpad.i18n.Messages;
import org.digitpad.io.DataFolders;
import org.digitpad.ui.common.UiQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesViewModelTest {
  @TempDir private Path root;

  private final List<String> saved = new ArrayList<>();
  private final List<String> switched = new ArrayList<>();
  private final UiQueue background = new UiQueue();
  private Profiles store;
  private ProfilesViewModel model;

  @BeforeEach
  void load() {
    store = new Profiles(() -> new DataFolders(root));
    model =
        new ProfilesViewModel(
            store,
            CompletableFuture.completedFuture(store.find("")),
            saved::add,
            background,
            Runnable::run);
    model.activeProperty().addListener((property, before, now) -> switched.add(now.name()));
    model.load();
    background.drain();
  }

  @Test
  void atFirstThereIsOnePerson() {
    assertThat(names()).containsExactly("Me");
    assertThat(active().isFirst()).isTrue();
    assertThat(saved).isEmpty();
  }

  @Test
  void whoIsAddedIsInUse() {
    assertThat(add("Anna")).isEmpty();
    assertThat(active().name()).isEqualTo("Anna");
    assertThat(saved).containsExactly("anna");
    model.use(model.profilesProperty().get().get(0));
    background.drain();
    assertThat(switched).containsExactly("Me", "Anna", "Me");
    assertThat(saved).containsExactly("anna", "");
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    add("Anna");
    assertThat(model.problem("anna", null)).isPresent();
    assertThat(model.problem("anna", active())).isEmpty();
    assertThat(add("ANNA")).isEqualTo(Messages.get("data.profiles.name.taken", "Anna"));
    assertThat(names()).containsExactly("Me", "Anna");
  }

  @Test
  void aFailureIsToldAndChangesNothing() throws IOException {
    Files.writeString(root.resolve("people"), "");
    assertThat(add("Anna")).contains(root.resolve("people").toString());
    assertThat(active().isFirst()).isTrue();
    assertThat(saved).isEmpty();
  }

  @Test
  void anotherNameKeepsThePerson() {
    add("Anna");
    List<String> errors = new ArrayList<>();
    model.rename(active(), "Anne", errors::add);
    background.drain();
    assertThat(errors).containsExactly("");
    assertThat(active().name()).isEqualTo("Anne");
    assertThat(active().id()).isEqualTo("anna");
    assertThat(saved).containsExactly("anna");
  }

  @Test
  void whoIsDeletedCanBeBroughtBack() {
    add("Anna");
    List<String> errors = new ArrayList<>();
    model.delete(active(), errors::add);
    background.drain();
    assertThat(errors).containsExactly("");
    assertThat(active().isFirst()).isTrue();
    assertThat(names()).containsExactly("Me");
    assertThat(model.deletedProperty().get()).isPresent();

    model.restoreDeleted();
    background.drain();
    assertThat(active().name()).isEqualTo("Anna");
    assertThat(model.deletedProperty().get()).isEmpty();
    assertThat(saved).containsExactly("anna", "", "anna");
  }

  @Test
  void theModelOfEachPersonIsRemembered() {
    add("Anna");
    model.rememberModel("lstm");
    background.drain();
    assertThat(active().model()).isEqualTo("lstm");
    assertThat(store.find("anna").model()).isEqualTo("lstm");
  }

  @Test
  void aChoiceInAnotherWindowIsSeen() {
    add("Anna");
    Profile anna = active();
    model.use(model.profilesProperty().get().get(0));
    background.drain();
    store.rememberModel(anna, "mlp");
    store.add("Ben");
    model.use(anna);
    background.drain();
    assertThat(active().model()).isEqualTo("mlp");
    assertThat(names()).containsExactly("Me", "Anna", "Ben");
  }

  @Test
  void aDamagedNameIsTold() throws IOException {
    add("Anna");
    Files.writeString(root.resolve("people/anna/state/profile.json"), "x");
    model.load();
    background.drain();
    assertThat(model.noteProperty().get()).contains("damaged-");
    assertThat(names()).containsExactly("Me", "anna");
  }

  private String add(String name) {
    List<String> errors = new ArrayList<>();
    model.add(name, errors::add);
    background.drain();
    assertThat(errors).hasSize(1);
    return errors.get(0);
  }

  private Profile active() {
    return model.activeProperty().get();
  }

  private List<String> names() {
    return model.profilesProperty().get().stream().map(Profile::name).toList();
  }
}

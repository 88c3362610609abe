package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.i18n.Messages;
import org.digitpad.io.DataFolders;
import org.digitpad.ui.practice.PracticeViewModel.State;
import org.digitpad.ui.practice.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot practices in the real window, and several people share it. */
class PracticeTest extends WindowTest {
  @TempDir private Path home;

  private Path myDrawings;

  @BeforeEach
  void open() {
    myDrawings = new DataFolders(home).drawings().resolve(MyDrawingsStore.FILE_NAME);
    open(new TestDependencies().home(home).myDrawings(myDrawings));
    window.await("the people", () -> session.profiles().activeProperty().get() != null);
    window.await("my drawings", () -> session.myDrawings().loadedProperty().get());
    window.click("#tab-my-drawings");
  }

  @Test
  void aRoundThatIsBrokenOffKeepsWhatWasDrawn() {
    window.click("#practice-start");
    List<Bounds> places = places();
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      assertThat(window.label("#practice-prompt"))
          .isEqualTo(Messages.get("ui.practice.prompt", digit()));
      asked.add(digit());
      window.draw(MnistLikeDigits.drawing(digit()));
      int before = session.practice().positionProperty().get();
      window.await("the next", () -> session.practice().positionProperty().get() > before);
      assertThat(places()).isEqualTo(places);
    }
    window.press(KeyCode.ESCAPE);
    assertThat(session.practice().stateProperty().get()).isEqualTo(State.FINISHED);
    window.await("the answers", () -> session.practice().summaryProperty().get().reading() == 0);
    window.await("the file", () -> saved(myDrawings).size() == 3);
    assertThat(saved(myDrawings))
        .extracting(MyDrawing::label)
        .containsExactlyInAnyOrderElementsOf(asked);
    assertThat(saved(myDrawings)).allMatch(drawing -> drawing.answer() != null);
    assertThat(window.node("#practice-learn").isFocused()).isTrue();
    window.click("#practice-drawings");
    assertThat(window.sees("#practice-start")).isTrue();
    assertThat(session.myDrawings().drawingsProperty().get()).hasSize(3);
  }

  @Test
  void keysGoOnSkipAndTakeBack() {
    window.run(() -> session.practice().choose(Rest.ENDLESS));
    window.click("#practice-start");
    assertThat(window.node("#canvas").isFocused()).isTrue();
    assertThat(window.node("#canvas").getAccessibleText())
        .contains(Messages.get("ui.practice.invitation", digit()));
    window.draw(MnistLikeDigits.drawing(digit()));
    window.press(KeyCode.ENTER);
    assertThat(position()).isEqualTo(1);
    window.draw(MnistLikeDigits.drawing(digit()));
    window.press(KeyCode.SPACE);
    assertThat(position()).isEqualTo(2);
    window.press(KeyCode.S);
    assertThat(position()).isEqualTo(3);
    window.pressControl(KeyCode.Z);
    window.pressControl(KeyCode.Z);
    assertThat(position()).isEqualTo(1);
    window.click("#practice-skip");
    assertThat(window.node("#canvas").isFocused()).isTrue();
    assertThat(position()).isEqualTo(2);
    window.await("the file", () -> saved(myDrawings).size() == 1);
  }

  @Test
  void closingTheWindowKeepsWhatIsOnThePaper() {
    window.run(() -> session.practice().choose(Rest.ENDLESS));
    window.click("#practice-start");
    window.draw(MnistLikeDigits.drawing(digit()));
    window.run(session::close);
    assertThat(saved(myDrawings)).hasSize(1);
  }

  @Test
  void everyPersonHasDrawingsAndAModelOfTheirOwn() {
    assertThat(window.sees("#person")).isFalse();
    item("#my-drawings-person", Messages.get("ui.profile.add", ""));
    window.click("#accept-name");
    assertThat(window.label("#profile-error")).isEqualTo(Messages.get("data.profiles.name.blank"));
    window.fill("#profile-name", "Anna");
    window.press(KeyCode.ENTER);
    window.await("Anna", () -> window.sees("#person"));
    assertThat(window.label("#person")).isEqualTo("Anna");
    assertThat(window.sees("#profile-name")).isFalse();

    draw(2);
    Path annas = new DataFolders(home.resolve("people/anna")).drawings();
    Path annasFile = annas.resolve(MyDrawingsStore.FILE_NAME);
    window.await("Anna's drawings", () -> saved(annasFile).size() == 2);
    window.click("#tab-draw");
    window.run(() -> session.activeModel().use(session.activeModel().bundled().get(2)));
    window.await("Anna's model", () -> annaHasModel("mlp"));

    item("#person", "Me");
    window.await(
        "the default model",
        () -> session.activeModel().activeProperty().get().name().equals("conv-gru"));
    window.await("no drawings", () -> session.myDrawings().loadedProperty().get());
    assertThat(session.myDrawings().drawingsProperty().get()).isEmpty();
    assertThat(saved(myDrawings)).isEmpty();

    item("#person", "Anna");
    window.await("Anna's", () -> session.myDrawings().drawingsProperty().get().size() == 2);
    assertThat(session.activeModel().activeProperty().get().name()).isEqualTo("mlp");
  }

  @Test
  void switchingDuringARoundKeepsItForThePersonWhoDrew() {
    addPerson("Ben");
    window.run(() -> session.practice().choose(Rest.ENDLESS));
    window.click("#practice-start");
    window.draw(MnistLikeDigits.drawing(digit()));
    item("#person", "Me");
    window.await("no round", () -> session.practice().stateProperty().get() == State.OFF);
    Path bens = new DataFolders(home.resolve("people/ben")).drawings();
    window.await("Ben's drawing", () -> saved(bens.resolve(MyDrawingsStore.FILE_NAME)).size() == 1);
    assertThat(saved(myDrawings)).isEmpty();
  }

  @Test
  void deletingAPersonAsksAndCanBeTakenBack() {
    addPerson("Ben");
    draw(1);
    item("#person", Messages.get("ui.profile.delete", "Ben"));
    assertThat(window.node("#keep-profile").isFocused()).isTrue();
    window.press(KeyCode.ESCAPE);
    assertThat(window.label("#person")).isEqualTo("Ben");
    item("#person", Messages.get("ui.profile.delete", "Ben"));
    window.click("#delete-profile");
    window.await("one person", () -> !window.sees("#person"));
    assertThat(home.resolve("people/ben")).doesNotExist();
    assertThat(session.myDrawings().drawingsProperty().get()).isEmpty();

    item("#my-drawings-person", Messages.get("ui.profile.restore", "Ben"));
    window.await("Ben's", () -> session.myDrawings().drawingsProperty().get().size() == 1);
    assertThat(window.label("#person")).isEqualTo("Ben");
  }

  private void addPerson(String name) {
    List<String> errors = new ArrayList<>();
    window.run(() -> session.profiles().add(name, errors::add));
    window.await(name, () -> window.sees("#person") && errors.equals(List.of("")));
    window.await("the drawings", () -> session.myDrawings().loadedProperty().get());
  }

  /** Draws in a round, and leaves it. */
  private void draw(int count) {
    window.click("#practice-start");
    for (int i = 0; i < count; i++) {
      window.draw(MnistLikeDigits.drawing(digit()));
      window.press(KeyCode.ENTER);
    }
    window.await("the answers", () -> session.practice().summaryProperty().get().reading() == 0);
    window.run(session.practice()::leave);
    window.await("all", () -> session.myDrawings().drawingsProperty().get().size() == count);
  }

  private void item(String menu, String text) {
    MenuButton button = (MenuButton) window.node(menu);
    window.run(button::show);
    MenuItem chosen =
        button.getItems().stream()
            .filter(item -> text.equals(item.getText()))
            .findFirst()
            .orElseThrow();
    window.run(button::hide);
    window.run(chosen::fire);
  }

  private boolean annaHasModel(String name) {
    return session.profiles().activeProperty().get().model().equals(name);
  }

  private int digit() {
    return window.get(() -> session.practice().digit());
  }

  private int position() {
    return session.practice().positionProperty().get();
  }

  private List<Bounds> places() {
    return List.of(
            "#practice-next", "#practice-undo", "#practice-skip", "#practice-stop", "#canvas")
        .stream()
        .map(query -> inScene(window.node(query)))
        .toList();
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static List<MyDrawing> saved(Path file) {
    return new MyDrawingsStore(file).load().items();
  }
}

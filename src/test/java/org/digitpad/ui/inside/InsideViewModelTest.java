package org.digitpad.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.explain.Attribution.Method;
import org.digitpad.explain.ChangeSearch;
import org.digitpad.explain.Convolution;
import org.digitpad.explain.NearestChange;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.ui.common.UiQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsideViewModelTest {
  private static final double ROUNDING = 1e-6;

  private final UiQueue background = new UiQueue();
  private final List<Boolean> saved = new ArrayList<>();
  private final SimpleObjectProperty<LibraryModel> active =
      new SimpleObjectProperty<>(model("conv-gru"));
  private final InsideViewModel inside = inside(Runnable::run);

  private InsideViewModel inside(Executor ui) {
    return new InsideViewModel(active, saved::add, background, Runnable::run, ui);
  }

  private static LibraryModel model(String name) {
    return ModelLibrary.find(name);
  }

  private Subject draw(int digit) {
    Drawing drawing = MnistLikeDigits.drawing(digit);
    Prediction read = active.get().newRecognizer().recognize(drawing);
    Subject subject = new Subject(read.image(), drawing, read.probabilities());
    inside.show(subject);
    return subject;
  }

  @Test
  void nothingIsComputedWhileThePanelIsFolded() {
    draw(3);
    assertThat(background.isEmpty()).isTrue();
    inside.toggle();
    background.drain();
    assertThat(inside.steps()).isEqualTo(12);
    assertThat(saved).containsExactly(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv-gru", "lstm"})
  void theBeliefAtTheLastStepIsTheAnswer(String name) {
    active.set(model(name));
    inside.toggle();
    for (int digit = 0; digit < 10; digit++) {
      Subject subject = draw(digit);
      background.drain();
      for (boolean restBlank : new boolean[] {false, true}) {
        inside.restBlankProperty().set(restBlank);
        for (int i = 0; i < 10; i++) {
          assertThat((double) inside.probabilities()[i])
              .isCloseTo(subject.probabilities()[i], within(ROUNDING));
        }
      }
    }
  }

  @Test
  void theScrubberGoesToAStepAndStaysAtTheLastFromThereOn() {
    inside.toggle();
    draw(7);
    background.drain();
    inside.goTo(2);
    assertThat(inside.belief().orElseThrow().step()).isEqualTo(2);
    inside.goTo(11);
    assertThat(inside.stepProperty().get()).isEqualTo(-1);
    active.set(model("lstm"));
    background.drain();
    assertThat(inside.belief().orElseThrow().step()).isEqualTo(27);
  }

  @Test
  void aNetworkWithoutStepsHasNone() {
    active.set(model("mlp"));
    inside.toggle();
    Subject subject = draw(4);
    background.drain();
    assertThat(inside.steps()).isZero();
    assertThat(inside.probabilities()[subject.label()])
        .isCloseTo(subject.probabilities()[subject.label()], within((float) ROUNDING));
  }

  @Test
  void theNewestDrawingWins() {
    inside.toggle();
    draw(1);
    draw(2);
    Subject last = draw(3);
    background.runNext();
    assertThat(background.isEmpty()).isTrue();
    assertThat(inside.snapshotProperty().get().subject()).isSameAs(last);
  }

  @Test
  void aResultForAClearedCanvasIsDropped() {
    UiQueue ui = new UiQueue();
    InsideViewModel late = inside(ui);
    late.toggle();
    Drawing drawing = MnistLikeDigits.drawing(5);
    Prediction read = active.get().newRecognizer().recognize(drawing);
    late.show(new Subject(read.image(), drawing, read.probabilities()));
    background.drain();
    late.show(null);
    ui.drain();
    assertThat(late.snapshotProperty().get()).isSameAs(Snapshot.EMPTY);
  }

  @Test
  void unitsAreSwitchedOffAndBackOn() {
    inside.toggle();
    draw(8);
    background.drain();
    float[] whole = inside.probabilities().clone();
    LayerTrace layer =
        Objects.requireNonNull(inside.snapshotProperty().get().explanation()).trace().layer("gru2");
    inside.switchLayer(layer);
    background.drain();
    assertThat(inside.isOff(layer)).isTrue();
    assertThat(inside.probabilities()).isNotEqualTo(whole);
    inside.switchUnit("gru2", 3);
    assertThat(inside.maskProperty().get().isOff("gru2", 3)).isFalse();
    inside.restoreAll();
    background.drain();
    assertThat(inside.probabilities()).isEqualTo(whole);
  }

  @Test
  void anotherModelHasNothingSwitchedOff() {
    inside.toggle();
    draw(8);
    background.drain();
    inside.switchUnit("gru2", 3);
    active.set(model("lstm"));
    // layers of the model before are no longer there
    inside.switchUnit("gru2", 4);
    inside.followValue(new ConvolutionChoice(0, 31, 0));
    background.drain();
    assertThat(inside.maskProperty().get()).isEqualTo(UnitMask.NONE);
    assertThat(inside.steps()).isEqualTo(28);
  }

  @Test
  void attributionsAreOfTheDigitThatIsPointedAt() {
    inside.sectionProperty().set(Section.MATTERED);
    inside.toggle();
    Subject subject = draw(3);
    background.drain();
    assertThat(inside.snapshotProperty().get().digit()).isEqualTo(subject.label());
    inside.digitProperty().set(9);
    background.drain();
    assertThat(inside.snapshotProperty().get().attributions())
        .containsOnlyKeys(Method.OCCLUSION, Method.GRADIENT_TIMES_INPUT)
        .allSatisfy((method, map) -> assertThat(map.digit()).isEqualTo(9));
    inside.pointedProperty().set(8);
    background.drain();
    assertThat(inside.snapshotProperty().get().digit()).isEqualTo(8);
    inside.pointedProperty().set(-1);
    background.drain();
    assertThat(inside.snapshotProperty().get().digit()).isEqualTo(9);
  }

  @Test
  void beliefsAreComputedForTheStepsOnly() {
    inside.sectionProperty().set(Section.UNITS);
    inside.toggle();
    draw(3);
    background.drain();
    assertThat(inside.steps()).isZero();
    inside.sectionProperty().set(Section.STEPS);
    background.drain();
    assertThat(inside.steps()).isEqualTo(12);
  }

  @Test
  void theCalculatorGivesTheOutputOfTheLayer() {
    inside.sectionProperty().set(Section.MAPS);
    inside.toggle();
    draw(6);
    background.drain();
    inside.followValue(new ConvolutionChoice(0, 5, 7));
    background.drain();
    Snapshot shown = inside.snapshotProperty().get();
    Convolution value = Objects.requireNonNull(shown.convolution());
    assertThat(value.output())
        .isCloseTo(
            Objects.requireNonNull(shown.explanation()).trace().layers().get(0).value(7, 5),
            within(1e-5f));
  }

  @Test
  void aChangeIsSearchedForOnceThePenRests() {
    inside.sectionProperty().set(Section.CHANGE);
    inside.toggle();
    inside.contentExtended(CanvasContent.BLANK);
    draw(1);
    background.drain();
    assertThat(inside.changesProperty().get()).isNull();
    inside.strokeEnded(CanvasContent.BLANK);
    background.drain();
    ChangeSearch.Result found = Objects.requireNonNull(inside.changesProperty().get());
    NearestChange change = found.nearest();
    if (change == null) {
      // a busy computer may find none in time
      assertThat(found.complete()).isFalse();
      return;
    }
    assertThat(active.get().newRecognizer().recognize(change.drawing()).label())
        .isEqualTo(change.digit())
        .isNotEqualTo(1);
    assertThat(inside.ghostProperty().get()).isEqualTo(change);
  }

  @Test
  void whatTheDigitMayBecomeIsToldApartFromWhatTheNetworkReads() {
    inside.toggle();
    Subject read = draw(1);
    inside.contentExtended(CanvasContent.BLANK);
    float[] mayBecome = new float[10];
    mayBecome[4] = 1;
    inside.show(read.with(mayBecome));
    background.drain();
    Snapshot shown = inside.snapshotProperty().get();
    assertThat(shown.note()).isEqualTo(Messages.get("ui.inside.unfinished"));
    assertThat(Objects.requireNonNull(shown.subject()).label()).isEqualTo(1);
    assertThat(shown.digit()).isEqualTo(1);
    inside.show(read);
    background.drain();
    assertThat(inside.snapshotProperty().get().note()).isEmpty();
  }

  @Test
  void theInputIsComparedWithMnist() {
    inside.sectionProperty().set(Section.INPUT);
    inside.toggle();
    Subject subject = draw(2);
    background.drain();
    Snapshot shown = inside.snapshotProperty().get();
    assertThat(Objects.requireNonNull(shown.check()).readings()).hasSize(6);
    assertThat(Objects.requireNonNull(shown.rendering()).image()).isEqualTo(subject.image());
  }

  @Test
  void profilesOfTheUnitsAreLearnedForTheStates() {
    inside.sectionProperty().set(Section.UNITS);
    inside.toggle();
    draw(2);
    background.drain();
    assertThat(Objects.requireNonNull(inside.profilesProperty().get()).layers())
        .hasSizeGreaterThan(3);
  }

  @Test
  void whatIsExportedIsWrittenAndTold(@TempDir Path folder) throws Exception {
    inside.save(folder.resolve("table.csv"), () -> new byte[] {'1'});
    background.drain();
    assertThat(Files.readString(folder.resolve("table.csv"))).isEqualTo("1");
    assertThat(inside.exportMessageProperty().get()).contains("table.csv");
    inside.save(
        Files.createDirectories(folder.resolve("taken/below")).getParent(), () -> new byte[] {'1'});
    background.drain();
    assertThat(inside.exportMessageProperty().get()).contains("cannot be written");
  }
}

package org.digitpad.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.image.ImageFiles;
import org.digitpad.recognize.image.PixelRows;
import org.digitpad.recognize.image.Preview;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.UiQueue;
import org.digitpad.ui.picture.PictureViewModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens pictures with the bundled models; what runs in the background waits for the test. */
class PictureViewModelTest {
  private static final Function<LibraryModel, PictureRecognizer> BUNDLED =
      model -> new PictureRecognizer(new Recognizer(model.model()));

  @TempDir private Path folder;

  private final UiQueue background = new UiQueue();
  private final ObjectProperty<LibraryModel> active =
      new SimpleObjectProperty<>(ModelLibrary.bundled().get(0));
  private final List<CanvasContent> placed = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private PictureViewModel model = model(BUNDLED);

  private PictureViewModel model(Function<LibraryModel, PictureRecognizer> recognizers) {
    return new PictureViewModel(
        recognizers,
        active,
        placed::add,
        (drawing, reading) -> kept.add(reading),
        background,
        Runnable::run);
  }

  private Path digit(int digit) {
    return TestPictures.write(
        TestPictures.digit(digit, 600, 400), folder.resolve("digit" + digit + ".png"));
  }

  private void openDigit(int digit) {
    model.open(digit(digit));
    background.drain();
  }

  private PictureFrame frame() {
    assertThat(model.framesProperty().get()).hasSize(1);
    return model.framesProperty().get().get(0);
  }

  private State state() {
    return model.stateProperty().get();
  }

  private String sentence() {
    return model.sentenceProperty().get();
  }

  private Answer answer() {
    return model.answerProperty().get();
  }

  @Test
  void opensAPictureAndFramesItsDigit() {
    assertThat(model.isOpen()).isFalse();
    assertThat(answer()).isNull();

    model.open(digit(3));
    assertThat(state()).isEqualTo(State.LOADING);
    assertThat(sentence()).isEqualTo("Opening digit3.png…");
    background.runNext();
    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(sentence()).isEqualTo("Looking for digits…");
    assertThat(model.previewProperty().get()).extracting(Preview::width).isEqualTo(600);
    background.drain();

    assertThat(sentence()).isEqualTo("Found one digit. Drag the frame to correct it.");
    assertThat(frame().label()).isEqualTo("3");
    assertThat(frame().box().left()).isBetween(100, 300);
    assertThat(answer().headline()).isEqualTo("3");
    assertThat(model.titleProperty().get()).isEqualTo("digit3.png");
    assertThat(model.canUseProperty().get()).isTrue();
    assertThat(model.canResetProperty().get()).isFalse();
  }

  @Test
  void theFrameHasPaperAroundTheInk() {
    openDigit(3);
    InkBounds ink = frame().reading().box();
    InkBounds box = frame().box();
    assertThat(box.left()).isLessThan(ink.left());
    assertThat(box.top()).isLessThan(ink.top());
    assertThat(box.width()).isGreaterThan(ink.width());
  }

  @Test
  void readsAFrameAgainWhereItIsDraggedAndSkipsThePlacesBetween() {
    BufferedImage paper = TestPictures.paper(900, 400);
    TestPictures.draw(paper, 3, 20, 60);
    TestPictures.draw(paper, 7, 600, 60);
    model.open(TestPictures.write(paper, folder.resolve("two.png")));
    background.drain();
    model.add(new InkBounds(20, 60, 280, 280));
    int index = model.selectedProperty().get();
    for (int x = 20; x <= 600; x += 10) {
      model.setBox(index, new InkBounds(x, 60, 280, 280));
    }
    // the first place is being read, and all others are one task
    background.runNext();
    background.runNext();
    assertThat(background.isEmpty()).isTrue();

    assertThat(answer().headline()).isEqualTo("377");
    assertThat(answer().chosen()).isEqualTo(1);
    assertThat(model.framesProperty().get().get(index).current()).isTrue();
  }

  @Test
  void resetReturnsToTheFrameThatWasFound() {
    openDigit(5);
    InkBounds found = frame().box();
    model.setBox(0, new InkBounds(0, 0, 20, 20));
    background.drain();
    assertThat(sentence()).isEqualTo("No ink in this frame. Drag it over the digit.");
    assertThat(answer().state()).isEqualTo(Answer.State.BLANK);
    assertThat(model.canUseProperty().get()).isFalse();
    assertThat(model.canResetProperty().get()).isTrue();

    model.reset();

    assertThat(frame().box()).isEqualTo(found);
    assertThat(answer().headline()).isEqualTo("5");
    assertThat(model.canResetProperty().get()).isFalse();
  }

  @Test
  void keysMoveAndResizeTheFrame() {
    openDigit(5);
    InkBounds found = frame().box();
    model.drag(Grip.INSIDE, 3, 0);
    model.drag(Grip.BOTTOM_RIGHT, 0, 5);
    assertThat(frame().box())
        .isEqualTo(new InkBounds(found.left() + 3, found.top(), found.width(), found.height() + 5));
  }

  @Test
  void placesTheImageThatTheNetworkSaw() {
    openDigit(4);
    model.use();
    background.drain();

    assertThat(placed).hasSize(1);
    assertThat(placed.get(0).hasBackground()).isFalse();
    assertThat(label(placed.get(0).drawing())).isEqualTo(4);
    assertThat(kept).containsExactly("4");
    assertThat(state()).isEqualTo(State.CLOSED);
    assertThat(model.previewProperty().get()).isNull();
    assertThat(answer()).isNull();
  }

  @Test
  void useWaitsUntilTheFrameIsReadWhereItIs() {
    openDigit(4);
    InkBounds box = frame().box();
    model.setBox(0, new InkBounds(box.left() - 9, box.top(), box.width(), box.height()));
    model.use();
    assertThat(placed).isEmpty();
    background.drain();
    assertThat(placed).hasSize(1);
  }

  @Test
  void useTakesAllDigitsOfAPicture() {
    openRow(7, 4, 2);
    model.select(1);

    model.use();
    background.drain();

    assertThat(placed).hasSize(1);
    Drawing row = placed.get(0).drawing();
    assertThat(StrokeBounds.ofInk(row.strokes()).width()).isBetween(180.0, 220.0);
    assertThat(
            new DigitSequenceRecognizer(new Recognizer(active.get().model()))
                .recognize(row).digits().stream().map(digit -> digit.prediction().label()))
        .containsExactly(7, 4, 2);
    assertThat(kept).containsExactly("742");
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void theDigitsOfAPictureThatIsClosedAreKept() {
    openRow(1, 5);
    model.close();
    background.drain();
    assertThat(kept).containsExactly("15");
    assertThat(placed).isEmpty();

    model.open(digit(3));
    background.runNext();
    model.close();
    background.drain();
    assertThat(kept).hasSize(1);
  }

  @Test
  void theDigitsOfAPictureAreKeptBeforeTheWindowIsClosed() {
    openRow(1, 5);
    CompletableFuture<Void> worker = CompletableFuture.runAsync(background::runNext);
    model.closeAtEnd(Duration.ofSeconds(20));
    assertThat(kept).containsExactly("15");
    assertThat(worker).succeedsWithin(Duration.ofSeconds(20));

    openRow(4, 2);
    model.closeAtEnd(Duration.ZERO);
    assertThat(kept).hasSize(1);
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aModelThatReadsNoPicturesLeavesNothingToUse() {
    openRow(7, 4);
    active.set(ModelLibrary.find("pen"));
    background.drain();

    assertThat(model.canUseProperty().get()).isFalse();
    assertThat(model.framesProperty().get()).extracting(PictureFrame::label).containsOnly("?");
    assertThat(answer().hasPrediction()).isFalse();

    active.set(ModelLibrary.bundled().get(0));
    background.drain();
    assertThat(model.framesProperty().get())
        .extracting(PictureFrame::label)
        .containsExactly("7", "4");
    assertThat(model.canUseProperty().get()).isTrue();
  }

  private void openRow(int... digits) {
    BufferedImage paper = TestPictures.paper(280 * digits.length, 300);
    for (int i = 0; i < digits.length; i++) {
      TestPictures.draw(paper, digits[i], 280.0 * i, 10);
    }
    model.open(TestPictures.write(paper, folder.resolve("row.png")));
    background.drain();
    assertThat(model.framesProperty().get()).hasSize(digits.length);
  }

  private int label(Drawing drawing) {
    return new Recognizer(active.get().model()).recognize(drawing).label();
  }

  @Test
  void aNewFrameTakesThePlaceOfOneWithoutADigit() {
    openDigit(6);
    InkBounds found = frame().box();
    model.setBox(0, new InkBounds(0, 0, 30, 30));
    background.drain();
    model.add(found);
    assertThat(frame().box()).isEqualTo(found);
    background.drain();
    assertThat(answer().headline()).isEqualTo("6");
  }

  @Test
  void aFrameThatIsNotReadWhereItIsStaysBesideANewOne() {
    openDigit(6);
    InkBounds found = frame().box();
    model.setBox(0, new InkBounds(0, 0, 30, 30));
    background.drain();
    model.setBox(0, found);
    model.add(new InkBounds(0, 0, 30, 30));
    assertThat(model.framesProperty().get()).hasSize(2);
  }

  @Test
  void severalFramesAreReadFromLeftToRight() {
    BufferedImage paper = TestPictures.paper(900, 400);
    TestPictures.draw(paper, 3, 20, 60);
    TestPictures.draw(paper, 7, 600, 60);
    model.open(TestPictures.write(paper, folder.resolve("two.png")));
    background.drain();
    while (!model.framesProperty().get().isEmpty()) {
      model.remove();
    }
    assertThat(sentence()).isEqualTo("Drag a frame around the digit.");
    assertThat(answer().state()).isEqualTo(Answer.State.BLANK);
    model.add(new InkBounds(600, 60, 280, 280));
    background.drain();
    model.add(new InkBounds(20, 60, 280, 280));
    background.drain();

    assertThat(sentence()).isEqualTo("Found 2 digits: 37. Click a frame, or drag it.");
    assertThat(answer().headline()).isEqualTo("37");
    assertThat(answer().chosen()).isZero();
    model.select(0);
    assertThat(answer().headline()).isEqualTo("37");
    assertThat(answer().chosen()).isEqualTo(1);
    model.remove();
    assertThat(answer().headline()).isEqualTo("3");
    assertThat(sentence()).isEqualTo("Found one digit. Drag the frame to correct it.");
  }

  @Test
  void blankPaperAsksForAFrame() {
    model.open(TestPictures.write(TestPictures.paper(300, 300), folder.resolve("blank.png")));
    background.drain();
    assertThat(model.framesProperty().get()).isEmpty();
    assertThat(sentence()).isEqualTo("No ink found: drag a frame around the digit.");
  }

  @Test
  void aBadFileIsOneSentence() throws IOException {
    byte[] good = ImageFiles.encode(TestPictures.digit(1, 600, 400), "png");
    List<Path> bad =
        List.of(
            folder.resolve("missing.png"),
            Files.createDirectory(folder.resolve("folder.png")),
            Files.writeString(folder.resolve("text.png"), "a digit"),
            Files.write(folder.resolve("empty.png"), new byte[0]),
            Files.write(folder.resolve("cut.png"), Arrays.copyOf(good, good.length / 2)),
            TestPictures.write(wide(), folder.resolve("wide.png")));
    for (Path file : bad) {
      model.open(file);
      background.drain();
      assertThat(state()).as(file.toString()).isEqualTo(State.FAILED);
      assertThat(sentence()).contains(file.getFileName().toString()).endsWith(".");
      assertThat(model.canUseProperty().get()).isFalse();
      model.close();
    }
    assertThat(placed).isEmpty();
  }

  private static byte[] wide() {
    byte[] header = ImageFiles.pngHeader(100_000_000, 1, 8, 2, false);
    return ByteBuffer.allocate(ImageFiles.PNG_SIGNATURE.length + header.length)
        .put(ImageFiles.PNG_SIGNATURE)
        .put(header)
        .array();
  }

  @Test
  void closingCancelsLoading() {
    List<String> events = new ArrayList<>();
    model.openSources(
        List.of(
            new PictureSource(
                "slow",
                monitor -> {
                  monitor.progress(0.25);
                  events.add("progress " + model.progressProperty().get());
                  model.close();
                  events.add("cancelled " + monitor.isCancelled());
                  throw new CancellationException();
                })));
    background.drain();
    assertThat(events).containsExactly("progress 0.25", "cancelled true");
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aPictureThatIsClosedBeforeItsTurnIsNotLoaded() {
    model.openSources(
        List.of(
            new PictureSource(
                "unwanted",
                monitor -> {
                  throw new AssertionError("loaded");
                })));
    model.close();
    background.drain();
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void tooLittleMemoryIsOneSentence() {
    model.openSources(
        List.of(
            new PictureSource(
                "huge.png",
                monitor -> {
                  throw new OutOfMemoryError();
                })));
    background.drain();
    assertThat(state()).isEqualTo(State.FAILED);
    assertThat(sentence()).startsWith("There is not enough memory for huge.png.");
  }

  @Test
  void severalFilesAreShownOneAfterTheOther() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "a digit");
    model.open(List.of(digit(1), text, digit(2)));
    background.drain();
    assertThat(model.titleProperty().get()).isEqualTo("digit1.png · 1 of 3");
    assertThat(answer().headline()).isEqualTo("1");
    model.next();
    background.drain();
    assertThat(state()).isEqualTo(State.FAILED);
    model.next();
    background.drain();
    assertThat(answer().headline()).isEqualTo("2");
    model.next();
    background.drain();
    assertThat(model.titleProperty().get()).isEqualTo("digit1.png · 1 of 3");
  }

  @Test
  void readsAgainWhenTheModelChanges() {
    List<LibraryModel> used = new ArrayList<>();
    model =
        model(
            chosen -> {
              used.add(chosen);
              return BUNDLED.apply(chosen);
            });
    openDigit(8);
    model.setBox(0, new InkBounds(100, 20, 400, 360));
    background.drain();
    active.set(ModelLibrary.bundled().get(1));
    background.drain();
    assertThat(used).containsExactlyElementsOf(ModelLibrary.bundled().subList(0, 2));
    assertThat(frame().box()).isEqualTo(new InkBounds(100, 20, 400, 360));
    assertThat(frame().current()).isTrue();
    assertThat(answer().headline()).isEqualTo("8");
  }

  @Test
  void aModelThatCannotBeLoadedIsOneSentence() {
    LibraryModel good = active.get();
    model =
        model(
            chosen -> {
              if (chosen.equals(good)) {
                return BUNDLED.apply(chosen);
              }
              throw new BadInputException("The model is damaged.");
            });
    openDigit(8);
    active.set(ModelLibrary.bundled().get(1));
    background.drain();
    assertThat(sentence()).isEqualTo("The model is damaged.");
    active.set(good);
    background.drain();
    assertThat(answer().headline()).isEqualTo("8");
  }

  @Test
  void readsAPictureFromMemoryWithoutItsTransparency() {
    BufferedImage paper = TestPictures.digit(2, 400, 400);
    model.paste(
        new PixelRows() {
          @Override
          public int width() {
            return 400;
          }

          @Override
          public int height() {
            return 400;
          }

          @Override
          public void copyRow(int y, int[] argb) {
            paper.getRGB(0, y, 400, 1, argb, 0, 400);
            for (int x = 0; x < 400; x++) {
              argb[x] = (argb[x] & 0xff) > 128 ? 0 : argb[x];
            }
          }
        });
    background.drain();
    assertThat(answer().headline()).isEqualTo("2");
    assertThat(model.previewProperty().get().rgb()[0]).isEqualTo(0xffffffff);
    assertThat(model.titleProperty().get()).isEqualTo("Pasted picture");
  }
}

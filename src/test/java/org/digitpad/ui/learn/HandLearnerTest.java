package org.digitpad.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real adaptation, of the network that takes the least time. */
final class HandLearnerTest {
  private static final LibraryModel MLP = ModelLibrary.find("mlp");
  private static final List<LabeledDrawing> DRAWINGS = BuiltinDigits.drawings(20, 11);

  @TempDir private static Path folder;

  private final Learner learner =
      new HandLearner(() -> new DataSource.Folder(MnistLikeDigits.writeFolder(folder, 300, 100)));

  @Test
  void learnsFromDrawings() {
    List<Double> shares = Collections.synchronizedList(new ArrayList<>());

    Learner.Learned learned = learner.learn(MLP, DRAWINGS, shares::add);

    assertThat(learned.mnist()).isTrue();
    assertThat(learned.pictures().size()).isEqualTo(100);
    assertThat(learned.copy().card().trainedOn()).isEqualTo(DRAWINGS.size());
    assertThat(learned.copy().card().parent().name()).isEqualTo("mlp");
    assertThat(learned.copy().card().command()).endsWith(" train --adapt mlp");
    assertThat(learned.copy().parameters()).isNotEqualTo(MLP.model().parameters());
    assertThat(shares).hasSizeGreaterThan(100).contains(1.0).allMatch(each -> each <= 1);
  }

  @Test
  void endsWhenItIsCanceled() {
    assertThatThrownBy(
            () ->
                learner.learn(
                    MLP,
                    DRAWINGS,
                    share -> {
                      if (share > 0.1) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
  }
}

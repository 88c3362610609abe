package org.digitpad.recognize;

import java.nio.file.Path;
import org.digitpad.nn.model.Model;

/** The models that come with DigitPad, for tests that need a trained one. */
public final class BundledModels {
  private BundledModels() {}

  public static Model convGru() {
    return new ModelLibrary(Path.of("none")).load("conv-gru");
  }
}

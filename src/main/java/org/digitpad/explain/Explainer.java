package org.digitpad.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Shape;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.kernel.TracedNetwork;
import org.digitpad.nn.kernel.TracedNetwork.Objective;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.nn.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Explains what a model does with images. Only one thread may use it, but any other may compute the
 * {@link #profiles} meanwhile.
 */
public final class Explainer {
  private static final Shape IMAGE = new Shape(DigitImage.SIDE, DigitImage.SIDE);

  private final Model model;
  private final float[] parameters;
  private final TracedNetwork network;
  private final Object profilesLock = new Object();
  private @Nullable UnitProfiles profiles;

  /**
   * @throws IllegalArgumentException if the model's network does not take images
   */
  public Explainer(Model model) {
    if (!model.architecture().input().equals(IMAGE)) {
      throw new IllegalArgumentException(
          model.architecture().name() + " takes " + model.architecture().input());
    }
    this.model = model;
    this.parameters = model.parameters();
    this.network = new TracedNetwork(model.architecture(), parameters);
  }

  /** All that is known without trying other images: trace, beliefs, units and gradient. */
  public Explanation explain(DigitImage image, UnitMask mask) {
    return explain(image, mask, true);
  }

  /**
   * The work of a frame.
   *
   * @param beliefs whether those are computed, which takes the most time; otherwise there are none
   */
  public Explanation explain(DigitImage image, UnitMask mask, boolean beliefs) {
    NetworkTrace trace = network.trace(image.toArray(), mask);
    return new Explanation(
        trace,
        beliefs ? Belief.after(network, trace) : List.of(),
        StateMap.of(model.architecture(), trace),
        DenseUnits.of(network, parameters, trace),
        Attribution.gradient(network, trace, ArgMax.of(trace.probabilities()), Objective.LOGIT));
  }

  /**
   * The ten probabilities with some units switched off, without anything else.
   *
   * @throws IllegalArgumentException if the network has no such units
   */
  public float[] probabilities(DigitImage image, UnitMask mask) {
    return network.classify(image.toArray(), mask);
  }

  /** How much each pixel speaks for a digit's logit; occlusion takes the longest. */
  public Attribution attribution(Attribution.Method method, NetworkTrace trace, int digit) {
    return switch (method) {
      case OCCLUSION -> Attribution.occlusion(network, trace, digit, Objective.LOGIT);
      case GRADIENT -> Attribution.gradient(network, trace, digit, Objective.LOGIT);
      case GRADIENT_TIMES_INPUT ->
          Attribution.gradientTimesInput(network, trace, digit, Objective.LOGIT);
    };
  }

  /** One value of a convolution, as {@link Convolution#of} says. */
  public Convolution convolution(NetworkTrace trace, int layer, int channel, int step) {
    return Convolution.of(model, trace, layer, channel, step);
  }

  /**
   * What each unit does for each digit. The first call computes it in a second or two, on the
   * calling thread, which should be one in the background.
   *
   * @param cancelled asked now and then
   * @return empty if cancelled
   */
  public Optional<UnitProfiles> profiles(BooleanSupplier cancelled) {
    synchronized (profilesLock) {
      if (profiles == null) {
        profiles = UnitProfiles.of(model, cancelled).orElse(null);
      }
      return Optional.ofNullable(profiles);
    }
  }
}

package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schedule at its ends, its top and the middle of each half wave. */
final class OneCycleScheduleTest {
  private static final double MAXIMUM = 0.5;
  private static final double START = MAXIMUM / 25;
  private static final double END = MAXIMUM / 25e4;

  @Test
  void risesForThreeTenthsOfTheSteps() {
    OneCycleSchedule schedule = new OneCycleSchedule(MAXIMUM, 21);
    double top = 0.3 * 21;

    assertValue(schedule, 0, START);
    assertValue(schedule, 6, cosine(START, MAXIMUM, 6 / top));
    assertValue(schedule, 7, cosine(MAXIMUM, END, (7 - top) / (20 - top)));
    assertValue(schedule, 20, END);
  }

  @Test
  void isHalfWayInTheMiddleOfEachWave() {
    OneCycleSchedule schedule = new OneCycleSchedule(MAXIMUM, 20);

    assertValue(schedule, 3, (START + MAXIMUM) / 2);
    assertValue(schedule, 6, MAXIMUM);
    assertValue(new OneCycleSchedule(MAXIMUM, 10), 6, (MAXIMUM + END) / 2);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0.02", "1, 1, 0.5", "2, 1, 0.5", "3, 1, 0.5", "3, 2, 0.000002"})
  void hasARateForEachStepOfTheShortestTrainings(int steps, int step, double rate) {
    assertValue(new OneCycleSchedule(MAXIMUM, steps), step, rate);
  }

  @Test
  void staysAtItsEndAfterTheLastStep() {
    OneCycleSchedule schedule = new OneCycleSchedule(MAXIMUM, 10);

    assertValue(schedule, 10, END);
    assertValue(schedule, 16, END);
  }

  @Test
  void doesNotDependOnTheEpoch() {
    OneCycleSchedule schedule = new OneCycleSchedule(MAXIMUM, 10);

    assertThat(schedule.valueAt(5, 7)).isEqualTo(schedule.valueAt(5, 0));
  }

  /** DL4J copies the schedules of a configuration. */
  @Test
  void copiesHaveTheSameRates() {
    OneCycleSchedule schedule = new OneCycleSchedule(MAXIMUM, 10);

    for (int step = 0; step < 10; step++) {
      assertThat(schedule.clone().valueAt(step, 0)).isEqualTo(schedule.valueAt(step, 0));
    }
  }

  private static double cosine(double from, double to, double progress) {
    return from + (to - from) * (1 - Math.cos(Math.PI * progress)) / 2;
  }

  private static void assertValue(OneCycleSchedule schedule, int step, double expected) {
    assertThat(schedule.valueAt(step, 0)).isCloseTo(expected, within(1e-12));
  }
}

package org.digitpad.ui.learn;

/**
 * What learning from drawings depends on.
 *
 * @param learner makes copies
 * @param store keeps copies
 */
public record LearnDependencies(Learner learner, CopyStore store) {}

package org.digitpad.ui.models;

import java.util.function.Supplier;

/**
 * A model that people can choose.
 *
 * @param name what people call it
 * @param load loads it; slow, and throws {@link org.digitpad.io.BadInputException}
 */
public record ModelChoice(String name, Supplier<LoadedModel> load) {}

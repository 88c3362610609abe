package org.digitpad.ui.library;

import java.util.function.Supplier;

/**
 * A model that people can choose.
 *
 * @param name what people call it
 * @param load loads it; slow, and throws {@link org.digitpad.data.BadInputException}
 */
public record ModelChoice(String name, Supplier<LoadedModel> load) {}

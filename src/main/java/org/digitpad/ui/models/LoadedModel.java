package org.digitpad.ui.models;

import org.digitpad.nn.model.Model;

/**
 * A model that has been loaded.
 *
 * @param model with its card
 * @param bytes size of its file
 */
public record LoadedModel(Model model, long bytes) {}

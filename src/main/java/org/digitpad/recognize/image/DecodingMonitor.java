package org.digitpad.recognize.image;

/** Watches an image being decoded, and may end it. Called on the thread that decodes. */
public interface DecodingMonitor {
  /** Neither watches nor cancels. */
  DecodingMonitor NONE =
      new DecodingMonitor() {
        @Override
        public void progress(double share) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Called from time to time; must return quickly.
   *
   * @param share how much is done, from 0 to 1
   */
  void progress(double share);

  /** Whether to end as soon as possible. */
  boolean isCancelled();
}

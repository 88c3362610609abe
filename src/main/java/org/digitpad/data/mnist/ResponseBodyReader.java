package org.digitpad.data.mnist;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A response body that is pulled piece by piece with a limit on each wait, which the JDK's own body
 * streams do not have. Closing it drops the connection.
 */
final class ResponseBodyReader implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  private sealed interface Signal {}

  private record Chunk(List<ByteBuffer> buffers) implements Signal {}

  private record Broken() implements Signal {}

  private record End() implements Signal {}

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  /**
   * Waits for the next piece.
   *
   * @return null at the end of the body
   * @throws MirrorException if nothing comes in time, or the connection breaks
   * @throws InterruptedException if cancelled
   */
  @Nullable List<ByteBuffer> next(ReadTimeout patience)
      throws MirrorException, InterruptedException {
    Signal signal = patience.await(signals::poll);
    if (signal instanceof Chunk chunk) {
      subscription.join().request(1);
      return chunk.buffers();
    }
    if (signal instanceof Broken) {
      throw new MirrorException("the connection broke off");
    }
    return null;
  }

  @Override
  public void close() {
    subscription.thenAccept(Flow.Subscription::cancel);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription.complete(newSubscription);
    newSubscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Chunk(buffers));
  }

  @Override
  public void onError(Throwable fault) {
    signals.add(new Broken());
  }

  @Override
  public void onComplete() {
    signals.add(new End());
  }
}

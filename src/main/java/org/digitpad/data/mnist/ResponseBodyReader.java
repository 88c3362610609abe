package org.digitpad.data.mnist;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response body in parts with a timeout for each part, which the JDK's body streams do not
 * have. Closing the reader closes the connection.
 */
final class ResponseBodyReader implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  private sealed interface Signal {}

  private record Chunk(List<ByteBuffer> buffers) implements Signal {}

  private record Failure() implements Signal {}

  private record End() implements Signal {}

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  /**
   * Waits for the next part.
   *
   * @return the bytes; null at the end of the body
   * @throws MirrorException if the timeout elapses, or the connection is lost
   * @throws InterruptedException if cancelled
   */
  @Nullable List<ByteBuffer> next(ReadTimeout timeout)
      throws MirrorException, InterruptedException {
    Signal signal = timeout.await(signals::poll);
    if (signal instanceof Chunk chunk) {
      subscription.join().request(1);
      return chunk.buffers();
    }
    if (signal instanceof Failure) {
      throw new MirrorException(Messages.get("data.mnist.mirror.connectionLost"));
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
  public void onError(Throwable error) {
    signals.add(new Failure());
  }

  @Override
  public void onComplete() {
    signals.add(new End());
  }
}

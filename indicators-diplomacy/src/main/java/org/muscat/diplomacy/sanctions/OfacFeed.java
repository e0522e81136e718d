package org.muscat.diplomacy.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedException;
import org.muscat.spi.FetchRequest;

/** Reads the lists of a folder, then that of the address; see {@link OfacProvider}. */
final class OfacFeed implements Feed {

  private final @Nullable OfacFolder folder;
  private final @Nullable OfacWeb web;

  OfacFeed(@Nullable OfacFolder folder, @Nullable OfacWeb web) {
    this.folder = folder;
    this.web = web;
  }

  @Override
  public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
    Optional<Seen> last = Seen.parse(request.cursor());
    List<Rejection> rejections = new ArrayList<>();
    if (folder != null) {
      OfacFolder.Step step = folder.next(last, web != null);
      if (step.batch().isPresent()) {
        return step.batch().get();
      }
      last = step.seen();
      rejections.addAll(step.rejections());
    }
    return web == null
        ? Batch.last(List.of(), rejections, last.map(Seen::toString).orElse(""))
        : web.fetch(last, rejections);
  }
}

package org.muscat.server.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.function.Predicate;

/** Brings forward what is planned. */
public final class Sooner {

  private Sooner() {}

  /**
   * Lets something run at a moment instead of the planned one. What runs already, or begins
   * meanwhile, is left alone.
   *
   * @param wanted whether the plan is to be changed
   */
  public static void run(
      SchedulerClient scheduler,
      TaskInstance<?> instance,
      Instant at,
      Predicate<ScheduledExecution<Object>> wanted) {
    boolean isLater =
        scheduler
            .getScheduledExecution(instance)
            .filter(planned -> !planned.isPicked())
            .filter(wanted)
            .isPresent();
    if (isLater) {
      try {
        scheduler.reschedule(instance, at);
      } catch (TaskInstanceCurrentlyExecutingException beganMeanwhile) {
        return;
      }
    }
  }
}

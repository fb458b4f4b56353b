package lantern.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the jobs with the application and lets running ones finish when it stops; {@code lantern.jobs=false} leaves them out. */
@Component
public class Jobs implements SmartLifecycle {
    private final DataSource data;
    private final List<Job> jobs;
    private final boolean wanted;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource data, List<Job> jobs, @Value("${lantern.jobs:true}") boolean wanted) {
        this.data = data;
        this.jobs = jobs;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (!wanted || jobs.isEmpty()) return;
        var started = scheduler(data, jobs);
        started.start();
        scheduler = started;
    }

    /** A scheduler as one instance of the application has it; several on one database share the jobs. */
    public static Scheduler scheduler(DataSource data, List<Job> jobs) {
        var tasks = new ArrayList<RecurringTask<?>>();
        for (var job : jobs) {
            tasks.add(
                    Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> job.run()));
        }
        return Scheduler.create(data)
                .startTasks(tasks)
                .tableName("platform.scheduled_tasks")
                .threads(Math.min(4, jobs.size()))
                .pollingInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public void stop() {
        var running = scheduler;
        if (running != null) running.stop();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}

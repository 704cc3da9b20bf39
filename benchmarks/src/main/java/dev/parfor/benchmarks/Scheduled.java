package dev.parfor.benchmarks;

import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The shared team, as many threads as processors, under one schedule after the other. */
@State(Scope.Benchmark)
public class Scheduled {

    @Param
    public Schedule schedule = Schedule.AUTO;

    public Team team;

    @Setup
    public void open() {
        team = Team.shared().withSchedule(schedule);
    }
}

package dev.parfor.runtime;

/** Who is told of the loops of a view of a team; {@code null} for nobody. Immutable. */
record Observers(ProgressListener progress, StatisticsListener statistics, Recorder recorder) {

    static final Observers NONE = new Observers(null, null, null);

    Observers with(ProgressListener listener) {
        return new Observers(listener, statistics, recorder);
    }

    Observers with(StatisticsListener listener) {
        return new Observers(progress, listener, recorder);
    }

    Observers with(Recorder ofOneCall) {
        return new Observers(progress, statistics, ofOneCall);
    }
}

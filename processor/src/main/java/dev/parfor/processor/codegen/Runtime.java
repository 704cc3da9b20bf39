package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code uses. */
final class Runtime {

    private static final String PACKAGE = "dev.parfor.runtime";

    static final ClassName TEAM = named("Team");
    static final ClassName PARFOR = named("Parfor");
    static final ClassName LOOP_BODY = named("LoopBody");
    static final ClassName ORDERED_BODY = named("OrderedBody");
    static final ClassName ROWS_BODY = named("RowsBody");
    static final ClassName LOOP_EXIT = named("LoopExit");
    static final ClassName LOOP_SITE = named("LoopSite");
    static final ClassName SCHEDULE = named("Schedule");
    static final ClassName TRIP_COUNT = named("TripCount");
    static final ClassName BLOCKS = named("Blocks");
    static final ClassName LINES = named("Lines");
    static final ClassName ELEMENTS = named("Elements");
    static final ClassName MET = named("Met");
    static final ClassName OUTPUTS = named("Outputs");
    static final ClassName COLLECTED = named("Collected");
    static final ClassName COLLISION = named("CollisionException");
    static final ClassName SHADOW = named("Shadow");
    static final ClassName SHADOW_ITERATION = SHADOW.nestedClass("Iteration");
    static final ClassName CANCELLED = named("LoopCancelledException");
    static final ClassName RANGE = named("Range");
    static final ClassName GUARDS = named("Guards");
    static final ClassName CLASS_FILES = named("ClassFiles");

    private Runtime() {}

    private static ClassName named(String name) {
        return ClassName.get(PACKAGE, name);
    }
}

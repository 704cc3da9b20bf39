package dev.parfor.processor.corpus;

import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Compiled classes on a runtime that runs the chunks of a region one after the other, in the worst orders that its contract
 * allows, always the same for one seed. It also tells whether a loop went parallel at all. What it can't show is
 * a lost update inside an iteration; that is what the access sets of the random loops are for.
 */
public final class ReorderedRuntime {

    private static final Compiled REPLACEMENTS = compile();

    private final ClassLoader loader;
    private final Object team;

    public ReorderedRuntime(Compiled compiled) {
        this.loader = compiled.loaderWith(REPLACEMENTS);
        try {
            this.team = loader.loadClass("dev.parfor.runtime.Team")
                    .getMethod("of", int.class)
                    .invoke(null, 4);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Compiled compile() {
        Compiled compiled = Compiled.plainly(List.of(
                JavaFileObjects.forResource("corpus/runtime/Parfor.java"),
                JavaFileObjects.forResource("corpus/runtime/Blocks.java")));
        if (!compiled.succeeded()) {
            throw new AssertionError("the replaced runtime does not compile:\n" + compiled.errors());
        }
        return compiled;
    }

    public ClassLoader loader() {
        return loader;
    }

    public Object team() {
        return team;
    }

    /** Sets the order of the next calls and the counters to zero. */
    public void start(long seed) {
        set("seed", seed);
        set("regions", 0);
        set("sequential", 0);
    }

    /** Regions run since {@link #start}. */
    public int regions() {
        return (int) Graphs.read(field("regions"), null);
    }

    /** Loops of two or more iterations that ran sequentially since {@link #start}. */
    public int sequential() {
        return (int) Graphs.read(field("sequential"), null);
    }

    private void set(String name, Object value) {
        try {
            field(name).set(null, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Field field(String name) {
        try {
            return loader.loadClass("dev.parfor.runtime.Parfor").getField(name);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

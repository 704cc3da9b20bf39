package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a judgement rests on.
 *
 * @param accesses number of memory accesses of the body
 * @param pairs each pair that could meet, with the test that excluded it
 * @param trusted what was taken on trust
 * @param classFiles those of the class path that methods were read from
 */
public record Proof(int accesses, List<Pair> pairs, List<Trusted> trusted, List<Bodies.ClassFile> classFiles) {
    public Proof {
        pairs = List.copyOf(pairs);
        trusted = List.copyOf(trusted);
        classFiles = List.copyOf(classFiles);
    }

    public Proof(int accesses, List<Pair> pairs, List<Trusted> trusted) {
        this(accesses, pairs, trusted, List.of());
    }

    public Proof restingOn(List<Bodies.ClassFile> files) {
        return new Proof(accesses, pairs, trusted, files);
    }

    /**
     * Two accesses that never meet in different iterations, or may meet in any order, or in the order of their iterations only, or
     * in the order in which tiles run.
     *
     * @param first as printed: {@code write y[i]}
     * @param second likewise
     * @param by the deciding test or rule
     * @param guards numbers, from 1, of the guards it rests on
     * @param meet whether they may meet: they exclude each other, and commute, or keep their order
     * @param inTiles whether they may meet as tiles come: where they do, the one in the upper row is run first
     */
    public record Pair(String first, String second, String by, List<Integer> guards, boolean meet, boolean inTiles) {

        /** The rule for two accesses of the ordered block, which may meet, in iteration order. */
        public static final String IN_ORDER = "ordered block";

        public Pair(String first, String second, String by, List<Integer> guards, boolean meet) {
            this(first, second, by, guards, meet, false);
        }

        public Pair(String first, String second, String by, List<Integer> guards) {
            this(first, second, by, guards, false);
        }

        public Pair {
            guards = List.copyOf(guards);
        }
    }

    /**
     * An assertion that was relied on: what it says of what, and the user's reason.
     *
     * @param distinct an array that is said to hold nothing twice; checked before the loop where assertions are enabled
     * @param about the method that it was relied on for, of objects of a type: its implementations in sight are held against it
     * @param kept how many of them keep it
     * @param undecided those of which that could not be shown, nor the contrary
     */
    public record Trusted(
            String annotation,
            String subject,
            String reason,
            Optional<Path> distinct,
            Optional<About> about,
            int kept,
            List<String> undecided) {

        /** In place of an annotation: the label of a block that writes to a stream, whose end nobody can see. */
        public static final String ORDERED = "ordered:";

        /** In place of an annotation: a reader that is read ahead of the loop, whose other end nobody can see. */
        public static final String SOURCE = "read ahead";

        public Trusted {
            undecided = List.copyOf(undecided);
        }

        public Trusted(String annotation, String subject, String reason) {
            this(annotation, subject, reason, Optional.empty());
        }

        public Trusted(String annotation, String subject, String reason, Optional<Path> distinct) {
            this(annotation, subject, reason, distinct, Optional.empty(), 0, List.of());
        }

        public Trusted about(MethodRef method, String type) {
            return new Trusted(
                    annotation, subject, reason, distinct, Optional.of(new About(method, type)), 0, List.of());
        }

        public Trusted checked(int kept, List<String> undecided) {
            return new Trusted(annotation, subject, reason, distinct, about, kept, undecided);
        }
    }

    /** A method of the objects of a type. */
    public record About(MethodRef method, String type) {}
}

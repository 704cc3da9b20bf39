package dev.parfor.processor.diagnostics;

import dev.parfor.processor.ir.Refusal;

/**
 * The numbers of all messages. Each kind of {@link Refusal} has exactly one, and a page of its own that begins with the title.
 * Numbers are never reused.
 *
 * <p>0xx proofs and notes; 1xx the shape of the loop; 2xx memory that two iterations access; 3xx local variables; 4xx calls
 * and their effects; 8xx the use of the annotations; 9xx our own faults.
 */
public enum Code {
    PF001("The loop is proved parallel"),
    PF002("The loop is proved parallel, given checks before it starts"),
    PF003("The loop is parallel on trust"),
    PF101("There is no loop in the annotated method"),
    PF102("The annotated method has no body"),
    PF103("A while loop does not say how often it runs"),
    PF104("The header does not count"),
    PF105("The body assigns the index"),
    PF106("The bound or the step changes while the loop runs"),
    PF107("An iteration can end the loop"),
    PF108("The index is not an integer"),
    PF109("The loop runs over something that is neither an array nor a list, set or queue of the JDK"),
    PF110("The code around the loop can see a half-done loop"),
    PF111("The marked loop is in a place that has no variant"),
    PF112("The text of the loop cannot stand in another class"),
    PF113("The loop contains something that this version does not read"),
    PF114("The step never leads to the bound"),
    PF115("The marked loop stands inside another one"),
    PF117("An iteration can end the loop, and others write"),
    PF118("An iteration can end the loop, and others may run for ever"),
    PF121("A statement labelled ordered is not the last one of the body"),
    PF122("An iteration can end a loop with an ordered block"),
    PF123("A variable is used in the ordered block and outside of it"),
    PF124("The schedule does not keep the order of the ordered block"),
    PF201("Another iteration accesses the cell written here"),
    PF202("Every iteration writes the same cell"),
    PF211("Every iteration writes the same field"),
    PF212("Two iterations may share the object whose field is written"),
    PF221("Two names may mean one array or object"),
    PF231("The cell written here depends on the data"),
    PF232("The subscript is not a sum of multiples of loop variables"),
    PF233("Whether two iterations meet depends on the value of a variable"),
    PF234("The tests could not separate two subscripts"),
    PF301("A variable brings a value from one iteration into another"),
    PF311("A sum is used before it is complete"),
    PF312("Each step of the sum converts its result"),
    PF313("A floating-point sum must not be reordered under STRICT"),
    PF314("The variable collects its parts in iteration order"),
    PF315("The sum is kept in an object"),
    PF316("An update skips the evaluation of something with effects"),
    PF321("The value after the loop comes from an iteration that only the data knows"),
    PF401("Nothing is known of the method called"),
    PF402("Which method runs is known at run time only"),
    PF403("The calls could not be followed to their end"),
    PF404("A function object is not followed"),
    PF411("The body acts on the world outside the program"),
    PF412("The body synchronizes with other threads"),
    PF413("The body depends on the thread that runs it"),
    PF414("The body changes an object that iterations share"),
    PF415("A class initializer may run inside the loop"),
    PF416("An implementation does not keep what was asserted of it"),
    PF421("A lock keeps iterations apart, but not in order"),
    PF422("A lock does not guard all accesses to a cell"),
    PF423("The lock may be another object in each iteration"),
    PF424("An iteration may wait for another one, or for ever"),
    PF425("The value of a shared counter is used"),
    PF801("A chunk size must not be negative"),
    PF802("There is no such option"),
    PF803("The option does not take this value"),
    PF804("An assertion needs a reason"),
    PF805("The assertion means nothing here"),
    PF811("The name of a generated class is taken"),
    PF812("Two variants would have one signature"),
    PF821("A private type cannot be named by the generated class"),
    PF822("A member cannot be reached from the generated class"),
    PF831("The compiler gives no access to the source"),
    PF841("No input can be made for a harness"),
    PF842("The class of a harness has no variants"),
    PF843("A harness cannot call the method"),
    PF844("A library that a harness needs is missing"),
    PF845("A method of a harness makes nothing"),
    PF901("Parfor itself failed");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** The heading of its page, after the number. */
    public String title() {
        return title;
    }

    /** The page, from the root of the repository. */
    public String page() {
        return "docs/diagnostics/" + name() + ".md";
    }

    /** What it is unless the user softens refusals. */
    public Severity severity() {
        return name().startsWith("PF0") ? Severity.NOTE : Severity.ERROR;
    }

    /**
     * Whether {@code refused = WARN} turns it into a warning where it is told of a loop or a body: the loop can run sequentially
     * instead. What the generated class cannot name in a signature is told of no loop.
     */
    public boolean canBeWarning() {
        boolean aboutUse = name().startsWith("PF8") && this != PF821 && this != PF822;
        return severity() == Severity.ERROR && !aboutUse && this != PF102 && this != PF111;
    }

    /** The number of a refusal. Neither a record nor a kind without a number compiles. */
    public static Code of(Refusal refusal) {
        return refusal.accept(NUMBERS);
    }

    private static final Refusal.Visitor<Code> NUMBERS = new Refusal.Visitor<>() {
        @Override
        public Code shape(Refusal.Shape r) {
            return switch (r.kind()) {
                case NO_LOOP -> PF101;
                case NO_BODY -> PF102;
                case WHILE_LOOP -> PF103;
                case HEADER -> PF104;
                case INDEX_ASSIGNED -> PF105;
                case BOUND_CHANGES -> PF106;
                case EARLY_EXIT -> PF107;
                case INDEX_TYPE -> PF108;
                case ITERABLE -> PF109;
                case INSIDE_TRY -> PF110;
                case PLACE -> PF111;
                case NOT_MOVABLE -> PF112;
                case UNREAD -> PF113;
                case ENDLESS -> PF114;
                case NESTED -> PF115;
                case ORDERED_PLACE -> PF121;
                case ORDERED_EXIT -> PF122;
                case ORDERED_VALUE -> PF123;
                case ORDERED_SCHEDULE -> PF124;
                case EXIT_WRITES -> PF117;
                case EXIT_RUNS_ON -> PF118;
            };
        }

        @Override
        public Code conflict(Refusal.Conflict r) {
            return switch (r.kind()) {
                case CARRIED -> PF201;
                case SAME_CELL -> PF202;
                case FIELD -> PF211;
                case OBJECT_FIELD -> PF212;
                case MAY_ALIAS -> PF221;
                case DATA_SUBSCRIPT -> PF231;
                case NONLINEAR -> PF232;
                case SYMBOLIC -> PF233;
                case UNDECIDED -> PF234;
            };
        }

        @Override
        public Code scalar(Refusal.Scalar r) {
            return switch (r.kind()) {
                case CARRIED -> PF301;
                case PARTIAL_VALUE_USED -> PF311;
                case CONVERSION -> PF312;
                case STRICT_FLOATING -> PF313;
                case ORDERED -> PF314;
                case BOXED -> PF315;
                case SHORT_CIRCUIT -> PF316;
                case CONDITIONAL_LAST_VALUE -> PF321;
            };
        }

        @Override
        public Code effect(Refusal.Effect r) {
            return switch (r.kind()) {
                case UNKNOWN_METHOD -> PF401;
                case VIRTUAL -> PF402;
                case DEPTH -> PF403;
                case FUNCTION -> PF404;
                case OUTSIDE_WORLD -> PF411;
                case SYNCHRONIZATION -> PF412;
                case THREAD -> PF413;
                case SHARED_STATE -> PF414;
                case CLASS_INITIALIZER -> PF415;
            };
        }

        @Override
        public Code sync(Refusal.Sync r) {
            return switch (r.kind()) {
                case ORDER -> PF421;
                case UNGUARDED -> PF422;
                case OWN_LOCK -> PF423;
                case WAITS -> PF424;
                case VALUE_USED -> PF425;
            };
        }

        @Override
        public Code contract(Refusal.Contract r) {
            return PF416;
        }

        @Override
        public Code misuse(Refusal.Misuse r) {
            return switch (r.kind()) {
                case NEGATIVE_CHUNK -> PF801;
                case UNKNOWN_OPTION -> PF802;
                case OPTION_VALUE -> PF803;
                case EMPTY_REASON -> PF804;
                case ASSERTION_PLACE -> PF805;
                case NAME_CLASH -> PF811;
                case SIGNATURE_CLASH -> PF812;
                case PRIVATE_TYPE -> PF821;
                case UNREACHABLE_MEMBER -> PF822;
                case FOREIGN_COMPILER -> PF831;
                case HARNESS_INPUT -> PF841;
                case HARNESS_VARIANTS -> PF842;
                case HARNESS_ACCESS -> PF843;
                case HARNESS_LIBRARY -> PF844;
                case HARNESS_FACTORY -> PF845;
            };
        }

        @Override
        public Code crash(Refusal.Crash r) {
            return PF901;
        }
    };
}

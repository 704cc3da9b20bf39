package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Bodies;
import java.util.Collection;
import java.util.Set;

/** What is read in one round: the elements behind it are those of that round, and the variables keep their identity in it. */
public final class Frontend {

    private final TypedTrees trees;
    private final TypeReader typeReader;
    private final Symbols symbols;
    private final SourceBodies bodies;
    private final CanonicalConstructors canonicalConstructors;
    private final Collection<String> sources;

    public Frontend(TypedTrees trees) {
        this(trees, Set.of());
    }

    /** @param sources qualified names of the classes that are being compiled, outermost ones */
    public Frontend(TypedTrees trees, Collection<String> sources) {
        this.trees = trees;
        this.sources = sources;
        TrustReader trust = new TrustReader(trees);
        this.typeReader = new TypeReader(trees.elements(), trees.types(), trust);
        this.symbols = new Symbols(trees, typeReader, trust);
        this.canonicalConstructors = new CanonicalConstructors(trees);
        this.bodies = new SourceBodies(this);
    }

    public TypedTrees trees() {
        return trees;
    }

    Collection<String> sources() {
        return sources;
    }

    public TypeReader typeReader() {
        return typeReader;
    }

    public Symbols symbols() {
        return symbols;
    }

    CanonicalConstructors canonicalConstructors() {
        return canonicalConstructors;
    }

    /** Bodies of the methods that this compilation has the source of. */
    public Bodies bodies() {
        return bodies;
    }
}

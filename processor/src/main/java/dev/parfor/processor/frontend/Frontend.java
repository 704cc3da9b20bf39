package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Bodies;

/** What is read in one round: the elements behind it are those of that round, and the variables keep their identity in it. */
public final class Frontend {

    private final TypedTrees trees;
    private final TypeReader typeReader;
    private final Symbols symbols;
    private final SourceBodies bodies;
    private final CanonicalConstructors canonicalConstructors;

    public Frontend(TypedTrees trees) {
        this.trees = trees;
        TrustReader trust = new TrustReader(trees.elements());
        this.typeReader = new TypeReader(trees.elements(), trees.types(), trust);
        this.symbols = new Symbols(trees, typeReader, trust);
        this.canonicalConstructors = new CanonicalConstructors(trees);
        this.bodies = new SourceBodies(this);
    }

    public TypedTrees trees() {
        return trees;
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

package dev.parfor.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Finds the marks of one file. Every mark counts: one in a place that gets no variant is refused there. */
final class MarkScanner extends TreePathScanner<Void, Void> {

    private final Frontend frontend;
    private final CompanionNames companions;
    private final Annotations annotations;
    private final AssertionChecks assertions;
    private final Signatures signatures;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<TypeElement, Members> classes = new LinkedHashMap<>();
    private final Deque<Place> places = new ArrayDeque<>();
    private boolean unknownTypes;
    /** Whether the file has escapes, of which one could stand for the sign of an annotation; null before that was asked. */
    private Boolean unicodeEscapes;

    /**
     * The marked methods of a class.
     *
     * @param hasCompanion whether the name of its companion is free
     * @param variants the signatures that variants have, and of which method
     */
    private record Members(boolean hasCompanion, List<MarkedMethod> methods, Map<String, String> variants) {}

    /**
     * What the scanner is in, innermost last pushed.
     *
     * @param refused why nothing here gets a variant: {@code constructor}, {@code lambda}; empty in methods that can have one
     * @param marks the marks on loops of this method
     */
    private record Place(String refused, List<AnnotationTree> marks) {}

    MarkScanner(Frontend frontend, CompanionNames companions, CompilationUnitTree unit) {
        this.frontend = frontend;
        this.companions = companions;
        this.annotations = new Annotations(unit);
        this.assertions = new AssertionChecks(frontend, annotations);
        this.signatures = new Signatures(frontend.trees(), frontend.typeReader());
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Whether a marked method's signature names a type that does not exist, not yet at least. */
    boolean hasUnknownTypes() {
        return unknownTypes;
    }

    List<MarkedClass> classes() {
        List<MarkedClass> marked = new ArrayList<>();
        classes.forEach((type, members) -> {
            if (!members.methods().isEmpty()) {
                var name = frontend.typeReader().className(type).orElseThrow();
                marked.add(new MarkedClass(
                        type.getQualifiedName().toString(), name.packageName(), name.simpleNames(), members.methods()));
            }
        });
        return marked;
    }

    private Span span(TreePath path) {
        return frontend.trees().span(path);
    }

    private Void within(Place place, Runnable scan) {
        places.push(place);
        scan.run();
        places.pop();
        return null;
    }

    private static Place refused(String what) {
        return new Place(what, new ArrayList<>());
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
        if (!places.isEmpty() && !places.peek().refused().equals("class")) {
            String what = tree.getSimpleName().isEmpty() ? "anonymous class" : "local class";
            return within(refused(what), () -> super.visitClass(tree, null));
        }
        return within(refused("class"), () -> super.visitClass(tree, null));
    }

    /** Whether this is a member of a class that is itself a member or stands alone. */
    private boolean isMember() {
        return places.peek().refused().equals("class");
    }

    @Override
    public Void visitBlock(BlockTree tree, Void unused) {
        return isMember()
                ? within(refused("initializer"), () -> super.visitBlock(tree, null))
                : super.visitBlock(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return within(refused("lambda"), () -> super.visitLambdaExpression(tree, null));
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void unused) {
        refusals.addAll(assertions.check(tree, getCurrentPath()));
        return super.visitAnnotation(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
        Optional<AnnotationTree> mark = annotations.mark(tree.getModifiers());
        if (mark.isPresent()) {
            TreePath at = new TreePath(new TreePath(getCurrentPath(), tree.getModifiers()), mark.get());
            String place = places.peek().refused();
            if (!isLoopVariable()) {
                refusals.add(new Misuse(
                        Misuse.Kind.ASSERTION_PLACE,
                        span(at),
                        "@ParallelFor",
                        "a method, or the variable of a for loop"));
            } else if (place.isEmpty()) {
                places.peek().marks().add(mark.get());
            } else {
                refusals.add(new Shape(Shape.Kind.PLACE, span(at), place, Optional.empty()));
            }
        }
        return isMember()
                ? within(refused("initializer"), () -> super.visitVariable(tree, null))
                : super.visitVariable(tree, null);
    }

    private boolean isLoopVariable() {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        Tree tree = getCurrentPath().getLeaf();
        return (parent instanceof ForLoopTree loop && loop.getInitializer().contains(tree))
                || (parent instanceof EnhancedForLoopTree each && each.getVariable() == tree);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        if (!isMember()) {
            String what = places.peek().refused();
            annotations
                    .mark(tree.getModifiers())
                    .ifPresent(m ->
                            refusals.add(new Shape(Shape.Kind.PLACE, span(getCurrentPath()), what, Optional.empty())));
            return within(refused(what), () -> super.visitMethod(tree, null));
        }
        if (tree.getName().contentEquals("<init>")) {
            return within(refused("constructor"), () -> super.visitMethod(tree, null));
        }
        Place place = new Place("", new ArrayList<>());
        within(place, () -> {
            if (mayHaveMarks(tree.getBody())) {
                super.visitMethod(tree, null);
            } else {
                scanSignature(tree);
            }
        });
        if (frontend.trees().element(getCurrentPath()).orElse(null) instanceof ExecutableElement method) {
            Optional<Marks> mark = Marks.of(method);
            if (mark.isPresent() || !place.marks().isEmpty()) {
                marked(method, tree, mark, place.marks());
            }
        }
        return null;
    }

    private void scanSignature(MethodTree tree) {
        scan(tree.getModifiers(), null);
        scan(tree.getReturnType(), null);
        scan(tree.getTypeParameters(), null);
        scan(tree.getParameters(), null);
        scan(tree.getReceiverParameter(), null);
        scan(tree.getThrows(), null);
        scan(tree.getDefaultValue(), null);
    }

    /** Whether there is any annotation in the text of a body: most have none and need not be walked through. */
    private boolean mayHaveMarks(BlockTree body) {
        if (body == null) {
            return false;
        }
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        String source = frontend.trees().source(unit);
        long start = frontend.trees().start(unit, body);
        long end = frontend.trees().end(unit, body);
        if (start < 0 || end > source.length() || hasUnicodeEscapes(source)) {
            return true;
        }
        int at = source.indexOf('@', (int) start);
        return at >= 0 && at < end;
    }

    private boolean hasUnicodeEscapes(String source) {
        if (unicodeEscapes == null) {
            unicodeEscapes = source.contains("\\u");
        }
        return unicodeEscapes;
    }

    private void marked(
            ExecutableElement method, MethodTree tree, Optional<Marks> mark, List<AnnotationTree> loopMarks) {
        Span at = span(getCurrentPath());
        mark.ifPresent(m -> refusals.addAll(m.misuses(markSpan(tree))));
        if (tree.getBody() == null) {
            String name = method.getSimpleName().toString();
            refusals.add(new Shape(Shape.Kind.NO_BODY, at, name, Optional.empty()));
            return;
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (privateTypes(method, owner, tree)) {
            return;
        }
        unknownTypes |= signatures.hasUnknownTypes(method);
        Optional<String> name = variantName(mark, loopMarks);
        if (name.isEmpty()) {
            return;
        }
        Signature signature = signatures.read(method, getCurrentPath(), name.get());
        Members members = classes.computeIfAbsent(owner, o -> newMembers(o, signature));
        if (members.hasCompanion() && takeVariants(members, method, owner, signature, at)) {
            members.methods().add(new MarkedMethod(signatures.key(method), signature));
        }
    }

    private Members newMembers(TypeElement owner, Signature signature) {
        Span at = span(getCurrentPath().getParentPath());
        String companion = CompanionNames.of(signature.packageName(), signature.classNames());
        Optional<String> taken = companions.take(
                frontend.trees(), companion, owner.getQualifiedName().toString());
        taken.ifPresent(t -> refusals.add(new Misuse(Misuse.Kind.NAME_CLASH, at, companion, t)));
        return new Members(taken.isEmpty(), new ArrayList<>(), new LinkedHashMap<>());
    }

    private Span markSpan(MethodTree tree) {
        TreePath modifiers = new TreePath(getCurrentPath(), tree.getModifiers());
        return annotations
                .mark(tree.getModifiers())
                .map(a -> span(new TreePath(modifiers, a)))
                .orElseGet(() -> span(getCurrentPath()));
    }

    /** The variant's name as the marks say, checked; empty for one that is refused. */
    private Optional<String> variantName(Optional<Marks> mark, List<AnnotationTree> loopMarks) {
        String name = mark.map(Marks::name).orElse("");
        for (AnnotationTree loopMark : loopMarks) {
            Optional<String> written = Annotations.text(loopMark, "name");
            if (written.isEmpty() && Annotations.has(loopMark, "name")) {
                return refuseName(loopMark, loopMark.toString());
            }
            name = name.isEmpty() ? written.orElse("") : name;
        }
        boolean usable = name.isEmpty() || (SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name));
        return usable ? Optional.of(name) : refuseName(getCurrentPath().getLeaf(), name);
    }

    private Optional<String> refuseName(Tree at, String written) {
        Span span = frontend.trees().span(getCurrentPath().getCompilationUnit(), at);
        refusals.add(new Misuse(Misuse.Kind.OPTION_VALUE, span, "name = " + written, "a Java identifier as a literal"));
        return Optional.empty();
    }

    /** Refuses private classes in the signature, receiver included. */
    private boolean privateTypes(ExecutableElement method, TypeElement owner, MethodTree tree) {
        int before = refusals.size();
        refusePrivate(trees().getDeclaredType(owner), getCurrentPath());
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            refusePrivate(
                    parameters.get(i).asType(),
                    new TreePath(getCurrentPath(), tree.getParameters().get(i)));
        }
        refusePrivate(method.getReturnType(), getCurrentPath());
        method.getThrownTypes().forEach(t -> refusePrivate(t, getCurrentPath()));
        method.getTypeParameters().forEach(p -> p.getBounds().forEach(b -> refusePrivate(b, getCurrentPath())));
        return refusals.size() > before;
    }

    private javax.lang.model.util.Types trees() {
        return frontend.trees().types();
    }

    private void refusePrivate(TypeMirror type, TreePath at) {
        for (TypeElement hidden : signatures.privateTypes(type)) {
            refusals.add(new Misuse(
                    Misuse.Kind.PRIVATE_TYPE, span(at), hidden.getSimpleName().toString(), "private"));
        }
    }

    /** Takes the two signatures of a method's variants, unless another method's have them after erasure. */
    private boolean takeVariants(
            Members members, ExecutableElement method, TypeElement owner, Signature signature, Span at) {
        String parameters = signatures.erasedParameters(method);
        String inner = parameters.substring(1, parameters.length() - 1);
        String self = trees().erasure(owner.asType()).toString();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            inner = inner.isEmpty() ? self : self + "," + inner;
        }
        String plain = signature.variantName() + "(" + inner + ")";
        String team = "dev.parfor.runtime.Team";
        String withTeam = signature.variantName() + "(" + (inner.isEmpty() ? team : team + "," + inner) + ")";
        for (String variant : List.of(plain, withTeam)) {
            String other = members.variants().get(variant);
            if (other != null) {
                refusals.add(new Misuse(Misuse.Kind.SIGNATURE_CLASH, at, variant, other));
                return false;
            }
        }
        String display = owner.getSimpleName() + "." + signatures.key(method);
        members.variants().put(plain, display);
        members.variants().put(withTeam, display);
        return true;
    }
}

package dev.parfor.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.parfor.processor.ir.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/** The one wrapper of {@link Trees}: elements, types, places and text of trees, and messages at a {@link Span}. */
public final class TypedTrees {

    /** Longer source texts are cut in a {@link Span}: no message quotes more. */
    private static final int LONGEST_TEXT = 120;

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final Messager messager;
    private final SourcePositions positions;
    private final Places places;
    private final Places.Printer printer;
    private final boolean users;
    private final ProcessingEnvironment usersEnvironment;
    private final Map<Tree, Span> spans = new IdentityHashMap<>();
    private final Map<TypeElement, TreePath> anonymous = new HashMap<>();
    private final Map<CompilationUnitTree, String> sources = new IdentityHashMap<>();

    private TypedTrees(
            Trees trees,
            ProcessingEnvironment environment,
            Messager messager,
            Places places,
            Places.Printer printer,
            ProcessingEnvironment usersEnvironment,
            boolean users) {
        this.users = users;
        this.usersEnvironment = usersEnvironment;
        this.trees = trees;
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.messager = messager;
        this.positions = trees.getSourcePositions();
        this.places = places;
        this.printer = printer;
    }

    /** Empty where the compiler is not javac: Eclipse's has no {@link Trees}. */
    public static Optional<TypedTrees> of(ProcessingEnvironment environment) {
        try {
            Trees trees = Trees.instance(WrappedEnvironment.unwrap(environment));
            return Optional.of(new TypedTrees(
                    trees,
                    environment,
                    environment.getMessager(),
                    new Places(),
                    (kind, message, unit, tree) -> trees.printMessage(kind, message, tree, unit),
                    environment,
                    true));
        } catch (IllegalArgumentException notJavac) {
            return Optional.empty();
        }
    }

    /** The trees of another compilation of the same files, whose messages stand at the trees of this one. */
    TypedTrees beside(ProcessingEnvironment other) {
        Twins twins = new Twins(this);
        return new TypedTrees(
                Trees.instance(other),
                other,
                messager,
                places,
                (kind, message, unit, tree) -> twins.of(unit, tree)
                        .ifPresentOrElse(
                                twin -> trees.printMessage(kind, message, twin.getLeaf(), twin.getCompilationUnit()),
                                () -> messager.printMessage(kind, message)),
                usersEnvironment,
                false);
    }

    /** Whether these are the trees that javac goes on with, so that what attribution does to them matters. */
    boolean areUsers() {
        return users;
    }

    public Elements elements() {
        return elements;
    }

    public Types types() {
        return types;
    }

    /** The element that a tree declares or names; empty where it does neither, or where the source has errors. */
    public Optional<Element> element(TreePath path) {
        return Optional.ofNullable(trees.getElement(path));
    }

    /** The static type of an expression; empty before its class is attributed. */
    public Optional<TypeMirror> type(TreePath path) {
        return Optional.ofNullable(trees.getTypeMirror(path));
    }

    /** The documentation comment of a declaration. */
    Optional<String> comment(TreePath declaration) {
        return Optional.ofNullable(trees.getDocComment(declaration));
    }

    /** Path of the declaration of a class, where this compilation has its source. */
    public Optional<TreePath> path(TypeElement type) {
        return Optional.ofNullable(trees.getPath(type)).or(() -> Optional.ofNullable(anonymous.get(type)));
    }

    /** Remembers where the body of an anonymous class stands, which the compiler does not tell. */
    void anonymous(TypeElement type, TreePath body) {
        anonymous.put(type, body);
    }

    /** The anonymous classes that have been remembered. */
    Set<TypeElement> anonymous() {
        return anonymous.keySet();
    }

    /**
     * The class of a name, canonical, that the module of another class has or reads. Without a module to look in, javac looks
     * through all that there are.
     */
    public Optional<TypeElement> classSeenBy(TypeElement other, String name) {
        ModuleElement module = other == null ? null : elements.getModuleOf(other);
        return Optional.ofNullable(
                module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
    }

    public boolean isInSource(TypeElement type) {
        return trees.getTree(type) != null;
    }

    /** The module that a class is in for the user's compilation; empty for the unnamed one. */
    String usersModule(TypeElement type) {
        Elements model = usersEnvironment.getElementUtils();
        TypeElement twin = model.getTypeElement(type.getQualifiedName());
        ModuleElement module = twin == null ? null : model.getModuleOf(twin);
        return module == null ? "" : module.getQualifiedName().toString();
    }

    /** The class file of a class on the class path or module path. */
    Optional<byte[]> classFile(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        String module = usersModule(type);
        String file = name.substring(dot + 1) + ".class";
        return module.isEmpty()
                ? resource(StandardLocation.CLASS_PATH, packageName, file)
                : resource(StandardLocation.MODULE_PATH, module + "/" + packageName, file);
    }

    /** Whether a class comes from an archive of the class path or module path: there are no sources beside it. */
    boolean isInArchive(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        String module = usersModule(type);
        try {
            return usersEnvironment
                    .getFiler()
                    .getResource(
                            module.isEmpty() ? StandardLocation.CLASS_PATH : StandardLocation.MODULE_PATH,
                            module.isEmpty() ? packageName : module + "/" + packageName,
                            name.substring(dot + 1) + ".class")
                    .toUri()
                    .getScheme()
                    .equals("jar");
        } catch (IOException | RuntimeException notThere) {
            return false;
        }
    }

    private Optional<byte[]> resource(JavaFileManager.Location location, String packageName, String file) {
        try (InputStream in = usersEnvironment
                .getFiler()
                .getResource(location, packageName, file)
                .openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | RuntimeException notThere) {
            return Optional.empty();
        }
    }

    /**
     * Makes javac attribute the class of a method, in place: afterwards {@link #element} and {@link #type} have answers in
     * its whole body. Asking for the element of a body has this effect; asking for types alone has not.
     */
    public void attribute(TreePath method) {
        Tree body = ((MethodTree) method.getLeaf()).getBody();
        if (body != null) {
            attributeAt(new TreePath(method, body));
        }
    }

    /** Likewise, for a tree that is no declaration: an initializer block or expression. */
    void attributeAt(TreePath path) {
        trees.getElement(path);
    }

    /** Offset of a tree's first character; negative for trees that javac made up. */
    public long start(CompilationUnitTree unit, Tree tree) {
        return positions.getStartPosition(unit, tree);
    }

    /** Offset behind a tree's last character; negative for trees that javac made up. */
    public long end(CompilationUnitTree unit, Tree tree) {
        return positions.getEndPosition(unit, tree);
    }

    /** The whole text of a source file; empty where it can't be read. */
    public String source(CompilationUnitTree unit) {
        return sources.computeIfAbsent(unit, u -> {
            try {
                return u.getSourceFile().getCharContent(true).toString();
            } catch (IOException unreadable) {
                return "";
            }
        });
    }

    /**
     * The place of a tree; equal whenever the same tree is asked for. The text of a statement that holds others ends where
     * the first of them begins: {@code for (int i = 0; i < n; i++)}.
     */
    public Span span(TreePath path) {
        return span(path.getCompilationUnit(), path.getLeaf());
    }

    public Span span(CompilationUnitTree unit, Tree tree) {
        Span known = spans.get(tree);
        if (known == null) {
            known = newSpan(unit, tree);
            spans.put(tree, known);
        }
        return known;
    }

    private Span newSpan(CompilationUnitTree unit, Tree tree) {
        int node = places.add(unit, tree, printer);
        String file = simpleName(unit);
        long start = start(unit, tree);
        String source = source(unit);
        if (start < 0 || start >= source.length()) {
            return new Span(file, 0, 0, fold(tree.toString()), node);
        }
        long end = inner(tree).map(t -> start(unit, t)).filter(p -> p > start).orElseGet(() -> end(unit, tree));
        int stop = (int) Math.min(Math.max(end, start), Math.min(source.length(), start + 4L * LONGEST_TEXT));
        return new Span(
                file,
                (int) unit.getLineMap().getLineNumber(start),
                (int) unit.getLineMap().getColumnNumber(start),
                fold(source.substring((int) start, stop)),
                node);
    }

    /** The first statement inside a statement. */
    private static Optional<Tree> inner(Tree tree) {
        if (tree instanceof ForLoopTree loop) {
            return Optional.of(loop.getStatement());
        }
        if (tree instanceof EnhancedForLoopTree loop) {
            return Optional.of(loop.getStatement());
        }
        if (tree instanceof WhileLoopTree loop) {
            return Optional.of(loop.getStatement());
        }
        if (tree instanceof DoWhileLoopTree loop) {
            return Optional.of(loop.getStatement());
        }
        if (tree instanceof IfTree branch) {
            return Optional.of(branch.getThenStatement());
        }
        if (tree instanceof SynchronizedTree locked) {
            return Optional.of(locked.getBlock());
        }
        if (tree instanceof TryTree attempt) {
            return Optional.of(attempt.getBlock());
        }
        if (tree instanceof LabeledStatementTree labeled) {
            return Optional.of(labeled.getStatement());
        }
        if (tree instanceof SwitchTree choice && !choice.getCases().isEmpty()) {
            return Optional.of(choice.getCases().get(0));
        }
        return Optional.empty();
    }

    private static String simpleName(CompilationUnitTree unit) {
        String name = unit.getSourceFile().getName().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** In one line, shortened. */
    private static String fold(String text) {
        String stripped = text.strip();
        StringBuilder folded = new StringBuilder(Math.min(stripped.length(), LONGEST_TEXT + 1));
        boolean space = false;
        for (int k = 0; k < stripped.length() && folded.length() <= LONGEST_TEXT; k++) {
            char c = stripped.charAt(k);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank) {
                folded.append(c);
            } else if (!space) {
                folded.append(' ');
            }
            space = blank;
        }
        return folded.length() <= LONGEST_TEXT ? folded.toString() : folded.substring(0, LONGEST_TEXT) + "…";
    }

    /** Prints a message at exactly the tree of the span. */
    public void print(Diagnostic.Kind kind, String message, Span at) {
        if (places.has(at.node())) {
            places.print(kind, message, at.node());
        } else {
            messager.printMessage(kind, message);
        }
    }
}

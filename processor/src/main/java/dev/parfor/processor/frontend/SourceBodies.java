package dev.parfor.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Bodies from this compilation's sources, or from the class path, read when they are first asked for. Those with errors count as missing.
 */
final class SourceBodies implements Bodies {

    private final Frontend frontend;
    private final Map<MethodRef, Optional<MethodBody>> bodies = new HashMap<>();
    private final Map<String, Optional<Stmt>> initializers = new HashMap<>();
    private final Map<TypeElement, Optional<TreePath>> classes = new HashMap<>();
    private final Map<String, Optional<ClassFile>> files = new HashMap<>();

    /** By the class of the receiver: which method runs then is asked at each call, in each iteration of a walk. */
    private final Map<String, Map<MethodRef, Optional<MethodRef>>> resolved = new HashMap<>();

    private final RecordMembers records;
    private final ClassFileBodies classFiles;
    private final Implementations implementations;
    private final Families families;

    SourceBodies(Frontend frontend) {
        this.frontend = frontend;
        this.records = new RecordMembers(frontend);
        this.classFiles = new ClassFileBodies(frontend);
        this.implementations = new Implementations(frontend);
        this.families = new Families(frontend);
    }

    @Override
    public Optional<MethodBody> of(MethodRef method) {
        Optional<MethodBody> known = bodies.get(method);
        if (known == null) {
            known = element(method).flatMap(this::read);
            bodies.put(method, known);
        }
        return known;
    }

    @Override
    public Optional<Stmt> initializer(String className) {
        Optional<Stmt> known = initializers.get(className);
        if (known == null) {
            known = type(className).flatMap(this::readInitializer);
            initializers.put(className, known);
        }
        return known;
    }

    @Override
    public Optional<MethodRef> resolve(MethodRef method, String className) {
        Map<MethodRef, Optional<MethodRef>> here = resolved.computeIfAbsent(className, c -> new HashMap<>());
        Optional<MethodRef> known = here.get(method);
        if (known == null) {
            known = find(method, className);
            here.put(method, known);
        }
        return known;
    }

    private Optional<MethodRef> find(MethodRef method, String className) {
        Optional<ExecutableElement> declared = element(method);
        Optional<TypeElement> type = type(className);
        if (declared.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return resolve(declared.get(), type.get()).map(frontend.symbols()::method);
    }

    @Override
    public Optional<List<Type.Ref>> allClassesOf(String typeName) {
        return type(typeName).flatMap(families::allClassesOf).map(this::refs);
    }

    @Override
    public List<Type.Ref> likelyClassesOf(String typeName, String home) {
        return type(typeName)
                .filter(t -> !Bodies.isJdk(typeName))
                .map(t -> refs(implementations.classesOf(t, home)))
                .orElse(List.of());
    }

    @Override
    public Optional<String> hides(String className, String home) {
        boolean near = type(className)
                .flatMap(t -> type(home)
                        .map(h -> elements().getPackageOf(t).equals(elements().getPackageOf(h))))
                .orElse(true);
        for (Element e = type(className).orElse(null); e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of("private");
            } else if (!near && !e.getModifiers().contains(Modifier.PUBLIC)) {
                return Optional.of("not public");
            }
        }
        return Optional.empty();
    }

    @Override
    public List<MethodRef> implementationsOf(MethodRef method, String typeName) {
        Optional<ExecutableElement> declared = element(method);
        Optional<TypeElement> type = type(typeName);
        if (declared.isEmpty() || type.isEmpty()) {
            return List.of();
        }
        Set<MethodRef> found = new LinkedHashSet<>();
        if (frontend.trees().isInSource((TypeElement) declared.get().getEnclosingElement()) && !method.isAbstract()) {
            found.add(method);
        }
        if (!method.isStatic() && !method.isPrivate() && !method.isConstructor()) {
            for (TypeElement t : implementations.subtypesOf(type.get())) {
                overriding(ElementFilter.methodsIn(t.getEnclosedElements()), declared.get(), t)
                        .filter(m -> !m.getModifiers().contains(Modifier.ABSTRACT)
                                && frontend.trees().isInSource(t))
                        .map(frontend.symbols()::method)
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<ClassFile> classFile(String className) {
        Optional<ClassFile> known = files.get(className);
        if (known == null) {
            known = type(className).flatMap(classFiles::file);
            files.put(className, known);
        }
        return known;
    }

    private List<Type.Ref> refs(List<TypeElement> types) {
        return types.stream().map(frontend.typeReader()::ref).toList();
    }

    private Optional<ExecutableElement> resolve(ExecutableElement method, TypeElement type) {
        boolean fixed = method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)
                || method.getKind() == ElementKind.CONSTRUCTOR;
        if (fixed) {
            return Optional.of(method);
        }
        // a class wins over an interface's default method (JLS 15.12.4.4)
        for (TypeElement c = type; c != null; c = superclass(c)) {
            Optional<ExecutableElement> found =
                    overriding(ElementFilter.methodsIn(c.getEnclosedElements()), method, type);
            if (found.isPresent()) {
                return found.filter(m -> !m.getModifiers().contains(Modifier.ABSTRACT));
            }
        }
        List<ExecutableElement> defaults = ElementFilter.methodsIn(elements().getAllMembers(type)).stream()
                .filter(ExecutableElement::isDefault)
                .toList();
        return overriding(defaults, method, type);
    }

    private Optional<ExecutableElement> overriding(
            List<ExecutableElement> candidates, ExecutableElement method, TypeElement type) {
        return candidates.stream()
                .filter(m -> m.equals(method)
                        || (m.getSimpleName().equals(method.getSimpleName())
                                && elements().overrides(m, method, type)))
                .findFirst();
    }

    private static TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private Elements elements() {
        return frontend.trees().elements();
    }

    private Optional<TypeElement> type(String name) {
        return Optional.ofNullable(elements().getTypeElement(name))
                .or(() -> frontend.trees().anonymous().stream()
                        .filter(t -> frontend.typeReader().name(t).equals(name))
                        .findFirst());
    }

    private Optional<ExecutableElement> element(MethodRef method) {
        return frontend.symbols()
                .element(method)
                .or(() -> type(method.owner()).flatMap(owner -> {
                    List<? extends Element> members = owner.getEnclosedElements();
                    List<ExecutableElement> candidates = method.isConstructor()
                            ? ElementFilter.constructorsIn(members)
                            : ElementFilter.methodsIn(members);
                    return candidates.stream()
                            .filter(m -> frontend.symbols().method(m).equals(method))
                            .findFirst();
                }));
    }

    private Optional<TreePath> path(TypeElement type) {
        Optional<TreePath> known = classes.get(type);
        if (known == null) {
            known = frontend.trees().path(type);
            classes.put(type, known);
        }
        return known;
    }

    /** The path of a class that may be attributed. */
    private Optional<TreePath> readable(TypeElement type) {
        return path(type)
                .filter(p -> frontend.canonicalConstructors().attributedWith(p).isEmpty());
    }

    private Optional<MethodBody> read(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (path(owner).isEmpty()) {
            return classFiles.of(method);
        }
        if (owner.getNestingKind() == NestingKind.ANONYMOUS && method.getKind() == ElementKind.CONSTRUCTOR) {
            return anonymous(method, owner);
        }
        Optional<TreePath> declaration = path(owner)
                .flatMap(c -> declaration(c, method))
                .filter(m -> ((MethodTree) m.getLeaf()).getBody() != null);
        if (declaration.isEmpty()) {
            return path(owner)
                    .flatMap(c -> records.impliedAccessor(
                            method, owner, frontend.trees().span(c)));
        }
        if (readable(owner).isEmpty()) {
            return Optional.empty();
        }
        TreePath path = declaration.get();
        MethodTree tree = (MethodTree) path.getLeaf();
        frontend.trees().attribute(path);
        BodyReader reader = new BodyReader(frontend, owner);
        List<Var> parameters = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            parameters.add(reader.declared(path, parameter));
        }
        Stmt body = reader.statement(path, tree.getBody());
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            body = withInitializers((Stmt.Block) body, path.getParentPath(), owner, reader);
            body = records.withFields((Stmt.Block) body, method, owner, parameters);
        }
        Optional<Type> self = method.getModifiers().contains(Modifier.STATIC)
                ? Optional.empty()
                : Optional.of(frontend.typeReader().ref(owner));
        return reader.isErroneous()
                ? Optional.empty()
                : Optional.of(new MethodBody(frontend.symbols().method(method), self, parameters, body));
    }

    /** The constructor that the compiler makes: of the superclass with the same parameters, then the initializers of the body. */
    private Optional<MethodBody> anonymous(ExecutableElement constructor, TypeElement owner) {
        TreePath classPath = path(owner).orElseThrow();
        Span at = frontend.trees().span(classPath);
        BodyReader reader = new BodyReader(frontend, owner);
        MethodRef made = frontend.symbols().method(constructor);
        Optional<MethodRef> above = ElementFilter.constructorsIn(
                        superclass(owner).getEnclosedElements())
                .stream()
                .map(frontend.symbols()::method)
                .filter(c -> c.descriptor().equals(made.descriptor()))
                .findFirst();
        List<Var> parameters = constructor.getParameters().stream()
                .map(frontend.symbols()::var)
                .toList();
        List<Expr> arguments = new ArrayList<>();
        parameters.forEach(p -> arguments.add(new Expr.Local(at, p)));
        List<Stmt> statements = new ArrayList<>();
        above.ifPresent(c -> statements.add(new Stmt.ConstructorCall(at, c, arguments)));
        statements.addAll(initializers(classPath, false, reader));
        return above.isEmpty() || reader.isErroneous()
                ? Optional.empty()
                : Optional.of(new MethodBody(
                        made,
                        Optional.of(frontend.typeReader().ref(owner)),
                        parameters,
                        new Stmt.Block(at, statements)));
    }

    private Optional<TreePath> declaration(TreePath classPath, ExecutableElement method) {
        for (Tree member : ((ClassTree) classPath.getLeaf()).getMembers()) {
            TreePath path = new TreePath(classPath, member);
            if (member instanceof MethodTree
                    && frontend.trees().element(path).filter(method::equals).isPresent()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** A constructor's body with all that runs before what is written in it. */
    private Stmt withInitializers(Stmt.Block body, TreePath classPath, TypeElement owner, BodyReader reader) {
        List<Stmt> statements = new ArrayList<>(body.statements());
        int call = 0;
        while (call < statements.size() && !(statements.get(call) instanceof Stmt.ConstructorCall)) {
            call++;
        }
        if (call == statements.size()) {
            call = -1;
            Optional<Stmt> implied = impliedSuper(owner, body.span());
            if (implied.isPresent()) {
                call = 0;
                statements.add(0, implied.get());
            }
        } else if (((Stmt.ConstructorCall) statements.get(call))
                .constructor()
                .owner()
                .equals(nameOf(owner))) {
            return body;
        }
        statements.addAll(call + 1, initializers(classPath, false, reader));
        return new Stmt.Block(body.span(), statements);
    }

    private String nameOf(TypeElement type) {
        return frontend.typeReader().ref(type).name();
    }

    /** {@code super()}; enums have none that does anything. */
    private Optional<Stmt> impliedSuper(TypeElement owner, Span at) {
        TypeElement parent = superclass(owner);
        if (parent == null || owner.getKind() == ElementKind.ENUM) {
            return Optional.empty();
        }
        return ElementFilter.constructorsIn(parent.getEnclosedElements()).stream()
                .filter(c -> c.getParameters().isEmpty())
                .findFirst()
                .map(c -> new Stmt.ConstructorCall(at, frontend.symbols().method(c), List.of()));
    }

    private Optional<Stmt> readInitializer(TypeElement type) {
        if (path(type).isEmpty()) {
            return classFiles.initializer(type).map(own -> inheritsInitializer(type) ? afterOthers(own) : own);
        }
        Optional<TreePath> path = readable(type);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        BodyReader reader = new BodyReader(frontend, type);
        Span span = frontend.trees().span(path.get());
        List<Stmt> statements = new ArrayList<>();
        if (inheritsInitializer(type)) {
            statements.add(new Stmt.Unreadable(span, "SUPERCLASS_INITIALIZER"));
        }
        statements.addAll(initializers(path.get(), true, reader));
        return reader.isErroneous() ? Optional.empty() : Optional.of(new Stmt.Block(span, statements));
    }

    private static Stmt afterOthers(Stmt own) {
        return new Stmt.Block(own.span(), List.of(new Stmt.Unreadable(own.span(), "SUPERCLASS_INITIALIZER"), own));
    }

    /** Whether a superclass or interface outside the JDK is initialized first, and that may do anything. */
    private boolean inheritsInitializer(TypeElement type) {
        List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
        parents.add(type.getSuperclass());
        return parents.stream()
                .filter(DeclaredType.class::isInstance)
                .map(parent -> nameOf((TypeElement) ((DeclaredType) parent).asElement()))
                .filter(name -> !name.startsWith("java.") && !name.startsWith("javax."))
                .anyMatch(name -> initializer(name)
                        .map(first -> !((Stmt.Block) first).statements().isEmpty())
                        .orElse(true));
    }

    /** The initial values of fields and the initializer blocks of a class, in source order. */
    private List<Stmt> initializers(TreePath classPath, boolean isStatic, BodyReader reader) {
        List<Stmt> statements = new ArrayList<>();
        for (Tree member : ((ClassTree) classPath.getLeaf()).getMembers()) {
            TreePath path = new TreePath(classPath, member);
            if (member instanceof BlockTree block && block.isStatic() == isStatic) {
                frontend.trees().attributeAt(path);
                statements.add(reader.statement(classPath, block));
            } else if (member instanceof VariableTree field && field.getInitializer() != null) {
                initialValue(path, field, isStatic, reader).ifPresent(statements::add);
            }
        }
        return statements;
    }

    private Optional<Stmt> initialValue(TreePath path, VariableTree field, boolean isStatic, BodyReader reader) {
        Element element = frontend.trees().element(path).orElse(null);
        if (!(element instanceof VariableElement variable)
                || variable.getModifiers().contains(Modifier.STATIC) != isStatic
                || (isStatic && variable.getConstantValue() != null)) {
            return Optional.empty();
        }
        frontend.trees().attributeAt(new TreePath(path, field.getInitializer()));
        Span span = frontend.trees().span(path);
        Optional<Expr> self = isStatic
                ? Optional.empty()
                : Optional.of(new Expr.This(span, frontend.typeReader().ref(reader.enclosing()), false));
        Expr target = new Expr.FieldGet(span, self, frontend.symbols().field(variable));
        Expr value = reader.expression(path, field.getInitializer());
        return Optional.of(new Stmt.Eval(span, new Expr.Assign(span, target, value)));
    }
}

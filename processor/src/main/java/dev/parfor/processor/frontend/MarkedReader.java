package dev.parfor.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the marked methods of a class, a round after they were found: their facade exists, so their class can be attributed. */
public final class MarkedReader {

    private final Frontend frontend;
    private final boolean warnByDefault;

    /** @param warnByDefault what {@code -Aparfor.refused} says */
    public MarkedReader(Frontend frontend, boolean warnByDefault) {
        this.frontend = frontend;
        this.warnByDefault = warnByDefault;
    }

    /** The declarations of the marked methods of a class, in this round and in source order. */
    public Map<MarkedMethod, TreePath> declarations(MarkedClass marked) {
        Map<MarkedMethod, TreePath> found = new LinkedHashMap<>();
        TypeElement type = frontend.trees().elements().getTypeElement(marked.qualifiedName());
        Optional<TreePath> path = Optional.ofNullable(type).flatMap(frontend.trees()::path);
        if (path.isEmpty()) {
            return found;
        }
        Signatures signatures = new Signatures(frontend.trees(), frontend.typeReader());
        Map<String, MarkedMethod> byKey = new HashMap<>();
        marked.methods().forEach(m -> byKey.put(m.key(), m));
        for (Tree member : ((ClassTree) path.get().getLeaf()).getMembers()) {
            TreePath at = new TreePath(path.get(), member);
            if (member instanceof MethodTree
                    && frontend.trees().element(at).orElse(null) instanceof ExecutableElement method) {
                MarkedMethod mark = byKey.get(signatures.key(method));
                if (mark != null) {
                    found.put(mark, at);
                }
            }
        }
        return found;
    }

    /** Attributes and reads a method. A failure of ours while one loop is read is that loop's alone. */
    public ReadMethod read(MarkedMethod marked, TreePath path) {
        Optional<String> record = frontend.canonicalConstructors().attributedWith(path);
        if (record.isPresent()) {
            return unattributed(marked, path, record.get());
        }
        frontend.trees().attribute(path);
        NestReader reader = new NestReader(frontend, path);
        MeantLoops meant = MeantLoops.in(frontend, path, warnByDefault);
        Span span = frontend.trees().span(path);
        List<Refusal> misuses = new ArrayList<>(meant.misuses());
        if (meant.loops().isEmpty()) {
            String name = marked.signature().name();
            misuses.add(new Shape(Shape.Kind.NO_LOOP, span, name, Optional.empty()));
        }
        List<LoopReading> loops = new ArrayList<>();
        List<MeantLoop> asRead = new ArrayList<>();
        if (!reader.isErroneous()) {
            for (MeantLoop loop : meant.loops()) {
                LoopReading reading = read(reader, loop);
                loops.add(reading);
                asRead.add(loop.as(reading));
            }
        }
        return new ReadMethod(
                marked.signature(),
                reader.method(),
                span,
                path,
                asRead,
                loops,
                misuses,
                true,
                reader.isErroneous(),
                warnOnly(element(path), meant.loops()),
                isSuppressed(path));
    }

    private ReadMethod unattributed(MarkedMethod marked, TreePath path, String record) {
        Element element = element(path);
        MethodRef method = frontend.symbols().method((ExecutableElement) element);
        LoopNest.Options options = Marks.of(element).orElseGet(Marks::none).options(warnByDefault);
        Span span = frontend.trees().span(path);
        Refusal reason = new Shape(Shape.Kind.UNREAD, span, "record " + record, Optional.empty());
        LoopReading loop = new LoopReading.Unreadable(1, "", method.display(), span, options, List.of(reason));
        return new ReadMethod(
                marked.signature(),
                method,
                span,
                path,
                List.of(),
                List.of(loop),
                List.of(),
                false,
                false,
                options.warnOnly(),
                isSuppressed(path));
    }

    private Element element(TreePath path) {
        return frontend.trees().element(path).orElseThrow();
    }

    private boolean warnOnly(Element method, List<MeantLoop> loops) {
        return loops.isEmpty()
                ? Marks.of(method).orElseGet(Marks::none).options(warnByDefault).warnOnly()
                : loops.stream().allMatch(l -> l.options().warnOnly());
    }

    private LoopReading read(NestReader reader, MeantLoop loop) {
        return Crashes.guard(() -> reader.read(loop), failure -> {
            Span span = frontend.trees().span(loop.path());
            return new LoopReading.Unreadable(
                    loop.ordinal(),
                    "",
                    reader.method().display(),
                    span,
                    loop.options(),
                    List.of(Crashes.of(failure, span)));
        });
    }

    private boolean isSuppressed(TreePath method) {
        Element e = frontend.trees().element(method).orElse(null);
        for (; e != null; e = e.getEnclosingElement()) {
            for (AnnotationMirror annotation : e.getAnnotationMirrors()) {
                if (isSuppression(annotation)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSuppression(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        return type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")
                && annotation.getElementValues().values().stream()
                        .map(AnnotationValue::getValue)
                        .filter(List.class::isInstance)
                        .anyMatch(values -> ((List<?>) values)
                                .stream()
                                        .anyMatch(v ->
                                                ((AnnotationValue) v).getValue().equals("parfor")));
    }
}

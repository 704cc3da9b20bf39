package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Fingerprint;
import dev.parfor.processor.ir.IrPrinter;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Remembers which bodies were asked for. */
final class RecordedBodies implements Bodies {

    private final Bodies bodies;
    private final Map<MethodRef, Stmt> read = new LinkedHashMap<>();
    private final Map<String, Stmt> initializers = new LinkedHashMap<>();

    RecordedBodies(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Optional<MethodBody> of(MethodRef method) {
        Optional<MethodBody> body = bodies.of(method);
        body.ifPresent(b -> read.put(method, b.body()));
        return body;
    }

    @Override
    public Optional<Stmt> initializer(String className) {
        Optional<Stmt> code = bodies.initializer(className);
        code.ifPresent(c -> initializers.put(className, c));
        return code;
    }

    @Override
    public Optional<MethodRef> resolve(MethodRef method, String className) {
        return bodies.resolve(method, className);
    }

    @Override
    public Optional<List<Type.Ref>> allClassesOf(String typeName) {
        return bodies.allClassesOf(typeName);
    }

    @Override
    public List<Type.Ref> likelyClassesOf(String typeName, String home) {
        return bodies.likelyClassesOf(typeName, home);
    }

    @Override
    public Optional<String> hides(String className, String home) {
        return bodies.hides(className, home);
    }

    @Override
    public List<MethodRef> implementationsOf(MethodRef method, String typeName) {
        return bodies.implementationsOf(method, typeName);
    }

    /** SHA-256 of each body as the analysis reads it, formatting and comments aside. */
    Map<String, String> fingerprints() {
        Map<String, String> all = new TreeMap<>();
        read.forEach((m, body) -> all.put(m.owner() + "." + m.name() + m.descriptor(), fingerprint(body)));
        initializers.forEach((name, body) -> all.put(name + ".<clinit>", fingerprint(body)));
        return all;
    }

    private static String fingerprint(Stmt body) {
        return Fingerprint.of(IrPrinter.print(body).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<ClassFile> classFile(String className) {
        return bodies.classFile(className);
    }

    /** The verdict, with the class files that it rests on. */
    Judgement withClassFiles(Judgement judgement) {
        if (!(judgement instanceof Judgement.Parallel p)) {
            return judgement;
        }
        Set<String> owners = new TreeSet<>(initializers.keySet());
        read.keySet().forEach(m -> owners.add(m.owner()));
        List<ClassFile> files =
                owners.stream().map(this::classFile).flatMap(Optional::stream).toList();
        return files.isEmpty()
                ? p
                : new Judgement.Parallel(p.nest(), p.plan(), p.proof().restingOn(files));
    }
}

package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.IrPrinter;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers which bodies were asked for. */
final class RecordedBodies implements Bodies {

    private final Bodies bodies;
    private final Map<String, Stmt> read = new TreeMap<>();

    RecordedBodies(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Optional<MethodBody> of(MethodRef method) {
        Optional<MethodBody> body = bodies.of(method);
        body.ifPresent(b -> read.put(method.owner() + "." + method.name() + method.descriptor(), b.body()));
        return body;
    }

    @Override
    public Optional<Stmt> initializer(String className) {
        Optional<Stmt> code = bodies.initializer(className);
        code.ifPresent(c -> read.put(className + ".<clinit>", c));
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
    public List<MethodRef> implementationsOf(MethodRef method, String typeName) {
        return bodies.implementationsOf(method, typeName);
    }

    /** SHA-256 of each body as the analysis reads it, formatting and comments aside. */
    Map<String, String> fingerprints() {
        Map<String, String> all = new TreeMap<>();
        read.forEach((name, body) -> all.put(name, sha256(IrPrinter.print(body))));
        return all;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            // every Java platform has it
            throw new AssertionError(impossible);
        }
    }
}

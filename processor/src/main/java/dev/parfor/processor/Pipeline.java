package dev.parfor.processor;

import dev.parfor.processor.certificate.CertificateFile;
import dev.parfor.processor.codegen.FacadeWriter;
import dev.parfor.processor.codegen.Variant;
import dev.parfor.processor.dependence.ProblemSolver;
import dev.parfor.processor.frontend.Crashes;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.LoopReading;
import dev.parfor.processor.frontend.ReadMethod;
import dev.parfor.processor.frontend.text.MethodTextReader;
import dev.parfor.processor.frontend.text.MethodTextReader.Result;
import dev.parfor.processor.ir.IrPrinter;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.judge.Judge;
import dev.parfor.processor.judgement.Judgement;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a marked method to its variant: read, judged, reported. Each step takes a value and returns the next. */
final class Pipeline {

    private final Frontend frontend;
    private final Options options;
    private final Reporter reporter;
    private final ProblemSolver solver;

    Pipeline(Frontend frontend, Options options, Reporter reporter, ProblemSolver solver) {
        this.frontend = frontend;
        this.options = options;
        this.reporter = reporter;
        this.solver = solver;
    }

    /** What the kernels class has for a method, and on the way every message about it. */
    Variant variant(ReadMethod method) {
        if (method.isErroneous()) {
            return new Variant.Stub(method.signature());
        }
        method.misuses().forEach(r -> refuse(r, method));
        if (!method.isAttributed()) {
            method.loops().forEach(loop -> decide(loop, method));
            return new Variant.Original(method.signature());
        }
        Result text = new MethodTextReader(frontend, options.checked())
                .read(method.path(), method.signature(), method.meant());
        if (text instanceof Result.Movable movable) {
            List<Optional<Judgement.Parallel>> loops = new ArrayList<>();
            method.loops().forEach(loop -> loops.add(decide(loop, method)));
            return new Variant.Spliced(movable.text(), loops);
        }
        ((Result.NotMovable) text).reasons().forEach(r -> refuse(r, method));
        method.loops().forEach(loop -> reporter.alsoRefused());
        return new Variant.Original(method.signature());
    }

    private Optional<Judgement.Parallel> decide(LoopReading loop, ReadMethod method) {
        if (loop instanceof LoopReading.Unreadable no) {
            refuse(no.reasons(), no.name(), no.options(), method);
            return Optional.empty();
        }
        LoopNest nest = ((LoopReading.Readable) loop).nest();
        return Crashes.guard(
                () -> {
                    dump(nest);
                    Judgement judgement = Judge.judge(nest, frontend.bodies(), solver);
                    certify(judgement, nest);
                    reporter.judged(judgement, variantName(method.signature()), method.warningsSuppressed());
                    return judgement instanceof Judgement.Parallel parallel ? Optional.of(parallel) : Optional.empty();
                },
                failure -> {
                    List<Refusal> crash = List.of(Crashes.of(failure, nest.span()));
                    refuse(crash, nest.name(), nest.options(), method);
                    return Optional.empty();
                });
    }

    /** The variant of a method whose reading failed by a fault of ours: the method itself. */
    Variant afterCrash(ReadMethod method, Throwable failure) {
        refuse(Crashes.of(failure, method.span()), method);
        method.loops().forEach(loop -> reporter.alsoRefused());
        return new Variant.Original(method.signature());
    }

    private void refuse(Refusal reason, ReadMethod method) {
        reporter.refused(reason, method.warnOnly(), method.warningsSuppressed());
    }

    private void refuse(List<Refusal> reasons, String name, LoopNest.Options options, ReadMethod method) {
        reporter.unreadable(reasons, name, options.warnOnly(), method.warningsSuppressed());
    }

    private void certify(Judgement judgement, LoopNest nest) {
        if (options.certificates().isEmpty() || !(judgement instanceof Judgement.Parallel)) {
            return;
        }
        String folder = options.certificates().get();
        Judge.certificate(nest, frontend.bodies()).ifPresent(certificate -> {
            try {
                CertificateFile.write(Path.of(folder), certificate);
            } catch (IOException | InvalidPathException failure) {
                reporter.refused(new Refusal.Misuse(
                        Refusal.Misuse.Kind.OPTION_VALUE,
                        Span.NONE,
                        "-Aparfor.certificates=" + folder,
                        "a folder to write to"));
            }
        });
    }

    private void dump(LoopNest nest) {
        if (options.dump() == Options.Dump.IR) {
            reporter.note(IrPrinter.print(nest), nest.span());
        }
        if (options.dump() == Options.Dump.DEPENDENCES) {
            reporter.note(Judge.dependences(nest, frontend.bodies()), nest.span());
        }
    }

    /** {@code VectorsParallel.dot}. */
    private static String variantName(Signature signature) {
        return FacadeWriter.nameOf(signature.classNames()) + "." + signature.variantName();
    }
}

package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Compilers and build tools that hand out an environment of their own. */
final class CompilersTest {

    private static final JavaFileObject MARKED = JavaFileObjects.forSourceString(
            "A",
            "class A { @dev.parfor.ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } } }");

    /** The processor in an environment that is not javac's own. */
    private static final class Within extends AnyProcessor {
        private final ParforProcessor processor = new ParforProcessor();
        private final UnaryOperator<ProcessingEnvironment> wrap;

        Within(UnaryOperator<ProcessingEnvironment> wrap) {
            this.wrap = wrap;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(wrap.apply(environment));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    private static Compilation compile(UnaryOperator<ProcessingEnvironment> wrap) {
        return Compiler.javac()
                .withProcessors(new Within(wrap), new ClaimProcessor())
                .compile(MARKED);
    }

    /** As IntelliJ's build does it. */
    private record Delegating(ProcessingEnvironment wrapped) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(wrapped, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    @Test
    void environmentInAProxy() {
        Compilation compilation = compile(environment -> (ProcessingEnvironment) Proxy.newProxyInstance(
                CompilersTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                new Delegating(environment)));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.notes().stream().map(n -> n.getMessage(null)))
                .contains("parfor: 1 loop, 1 parallel, 0 refused");
    }

    /** A compiler without trees. */
    private record Foreign(ProcessingEnvironment javac) implements ProcessingEnvironment {
        @Override
        public Map<String, String> getOptions() {
            return javac.getOptions();
        }

        @Override
        public Messager getMessager() {
            return javac.getMessager();
        }

        @Override
        public Filer getFiler() {
            return javac.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return javac.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return javac.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return javac.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return javac.getLocale();
        }
    }

    @Test
    void anotherCompilerGetsOneClearError() {
        Compilation compilation = compile(Foreign::new);
        List<String> errors =
                compilation.errors().stream().map(d -> d.getMessage(null)).toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith("[PF831]");
    }
}

package dev.parfor.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a class file comes from, by its address. */
final class ClassRootsTest {

    @Test
    void foldersOfPackages() {
        assertThat(ClassRoots.root(URI.create("file:/a/classes/p/q/C.class"), "p.q"))
                .contains(Path.of("/a/classes"));
        assertThat(ClassRoots.root(URI.create("file:/a%20b/C.class"), "")).contains(Path.of("/a b"));
    }

    @Test
    void archives() {
        assertThat(ClassRoots.root(URI.create("jar:file:/m/lib%201.jar!/p/q/C.class"), "p.q"))
                .contains(Path.of("/m/lib 1.jar"));
        assertThat(ClassRoots.root(URI.create("jar:file:/m/lib.jar!/META-INF/versions/11/p/C.class"), "p"))
                .contains(Path.of("/m/lib.jar"));
    }

    @Test
    void otherPlacesAreUnknown() {
        assertThat(ClassRoots.root(URI.create("jrt:/java.base/java/lang/Object.class"), "java.lang"))
                .isEmpty();
        assertThat(ClassRoots.root(URI.create("mem:///CLASS_OUTPUT/p/C.class"), "p"))
                .isEmpty();
    }
}

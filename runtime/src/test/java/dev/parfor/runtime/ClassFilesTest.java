package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ClassFilesTest {

    private static final String OWN = "dev/parfor/runtime/ClassFilesTest.class";

    private static String sha256(String path) throws Exception {
        try (InputStream in = ClassFilesTest.class.getClassLoader().getResourceAsStream(path)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sameFile() throws Exception {
        assertThat(ClassFiles.areUnchanged(ClassFilesTest.class, OWN, sha256(OWN)))
                .isTrue();
    }

    @Test
    void anotherFileIsNamed() throws Exception {
        String[] files = {OWN, sha256(OWN), "dev/parfor/runtime/Team.class", "00"};
        assertThat(ClassFiles.areUnchanged(ClassFilesTest.class, files)).isFalse();
        assertThat(ClassFiles.changed(ClassFilesTest.class, files)).contains("dev/parfor/runtime/Team.class");
    }

    @Test
    void fileThatIsNotThereSaysNothing() {
        assertThat(ClassFiles.areUnchanged(ClassFilesTest.class, "no/Such.class", "00"))
                .isTrue();
    }
}

package dev.parfor.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whether class files are those that a proof was made from. Asked once for each loop that rests on classes of the class path, when
 * its class is initialized and assertions are enabled.
 */
public final class ClassFiles {

    private ClassFiles() {}

    /**
     * Whether each of the files has the given SHA-256; one that can't be found or read says nothing.
     *
     * @param from finds them: by its class loader
     * @param pathsAndHashes path and hexadecimal digits of each, in turn
     */
    public static boolean areUnchanged(Class<?> from, String... pathsAndHashes) {
        return find(from, pathsAndHashes) == null;
    }

    /** What to say where one has changed. */
    public static String changed(Class<?> from, String... pathsAndHashes) {
        return "stale proof: " + find(from, pathsAndHashes) + " is not the file that a loop of " + from.getName()
                + " was proved with; compile that again";
    }

    private static String find(Class<?> from, String[] pathsAndHashes) {
        for (int k = 0; k + 1 < pathsAndHashes.length; k += 2) {
            String now = hash(from, pathsAndHashes[k]);
            if (now != null && !now.equals(pathsAndHashes[k + 1])) {
                return pathsAndHashes[k];
            }
        }
        return null;
    }

    /** {@code null} where it is not known. */
    private static String hash(Class<?> from, String path) {
        ClassLoader loader = from.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(path)) {
            return in == null
                    ? null
                    : HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            return null;
        }
    }
}

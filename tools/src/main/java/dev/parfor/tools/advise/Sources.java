package dev.parfor.tools.advise;

import dev.parfor.tools.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The source files that were asked for. What comes in a jar is unpacked for as long as this is open. */
final class Sources implements AutoCloseable {

    /**
     * Files of one compilation.
     *
     * @param module which module of the JDK they replace files of; empty for most
     * @param root the module's folder; of no meaning otherwise
     */
    record Group(String module, Path root, List<Path> files) {}

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<Path, String> names = new HashMap<>();
    private final List<Path> unpacked = new ArrayList<>();
    private final List<PathMatcher> includes;

    /**
     * @param given folders, source files, and jars or zips of sources
     * @param includes globs over names from the folder or jar on; none for all files
     */
    Sources(List<Path> given, List<String> includes) throws IOException {
        this.includes = includes.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                addFolder(path, "");
            } else if (!Files.isRegularFile(path)) {
                throw new UserError("there is no file or folder " + path);
            } else if (path.toString().endsWith(".java")) {
                add("", path, path, shown(path));
            } else {
                Path folder = unpack(path);
                addFolder(folder, path.getFileName().toString());
            }
        }
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** A file as the reports call it: from the working folder on, or as in its jar. */
    String name(Path file) {
        return names.getOrDefault(file, file.toString());
    }

    private void addFolder(Path folder, String jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
        for (Path file : files) {
            Path inside = folder.relativize(file);
            String simple = file.getFileName().toString();
            if (simple.equals("module-info.java") || inside.startsWith("META-INF")) {
                continue;
            }
            Path top = folder.resolve(inside.getName(0));
            boolean isModule = inside.getNameCount() > 1
                    && Files.exists(top.resolve("module-info.java"))
                    && !Files.exists(folder.resolve("module-info.java"));
            if (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(inside))) {
                String module = isModule ? top.getFileName().toString() : "";
                add(module, isModule ? top : folder, file, jar.isEmpty() ? shown(file) : inside.toString());
            }
        }
    }

    private void add(String module, Path root, Path file, String name) {
        groups.computeIfAbsent(module, m -> new Group(m, root, new ArrayList<>()))
                .files()
                .add(file);
        names.put(file, name.replace('\\', '/'));
    }

    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }

    private Path unpack(Path jar) throws IOException {
        Path folder = Files.createTempDirectory("parfor-sources").toRealPath();
        unpacked.add(folder);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.getName().endsWith(".java") && file.startsWith(folder)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        } catch (java.util.zip.ZipException notAZip) {
            throw new UserError(jar + " is neither a folder nor a source file nor a jar of sources");
        }
        return folder;
    }

    @Override
    public void close() throws IOException {
        for (Path folder : unpacked) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

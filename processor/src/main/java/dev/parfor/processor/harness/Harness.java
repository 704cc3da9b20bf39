package dev.parfor.processor.harness;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * What is to be written for one class.
 *
 * @param packageName of the harness class, and of what is generated
 * @param names the class's simple names, outermost first
 */
public record Harness(
        String packageName, ClassName type, List<String> names, Settings settings, List<Subject> subjects) {

    public Harness {
        names = List.copyOf(names);
        subjects = List.copyOf(subjects);
    }

    /** The values of the annotation. */
    public record Settings(
            List<Integer> sizes,
            List<Integer> teams,
            double tolerance,
            List<Integer> benchmarkSizes,
            List<Integer> benchmarkTeams) {

        public Settings {
            sizes = List.copyOf(sizes);
            teams = List.copyOf(teams);
            benchmarkSizes = List.copyOf(benchmarkSizes);
            benchmarkTeams = List.copyOf(benchmarkTeams);
        }
    }

    /** The simple name of a generated class: {@code Outer_InnerBenchmark}. */
    String nameWith(String suffix) {
        return String.join("_", names) + suffix;
    }
}

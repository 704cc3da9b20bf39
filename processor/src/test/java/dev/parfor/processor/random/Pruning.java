package dev.parfor.processor.random;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what a program does not use. */
final class Pruning {

    private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

    private Pruning() {}

    static Program unusedParameters(Program program) {
        String text = Text.method(program, "T");
        Set<String> used = new HashSet<>();
        Matcher name = NAME.matcher(text.substring(text.indexOf('{')));
        while (name.find()) {
            used.add(name.group());
        }
        List<Expr.Var> kept = program.parameters().stream()
                .filter(p -> used.contains(p.name()))
                .toList();
        return new Program(
                program.name(),
                program.seed(),
                program.isStatic(),
                kept,
                program.body(),
                program.result(),
                program.theme(),
                program.accumulators());
    }
}

package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.TypeText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Javadoc of variants: the method's own, with what is different.
 *
 * <p>A reference that needs an import of the file it comes from would not be found, which is an error where a build checks
 * comments. It becomes plain code, or goes where that is not possible.
 */
final class Documentation {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*@\\w");
    private static final Pattern LINK = Pattern.compile("\\{@(link|linkplain|value)\\s+([^}\\s]+)([^}]*)}");
    private static final Pattern OWN_MEMBER = Pattern.compile("#\\w+");
    private static final Pattern REFERENCE = Pattern.compile("@(throws|exception|see)\\s+(\\S+)");

    private final Signature signature;
    private final String owner;

    private Documentation(Signature signature) {
        this.signature = signature;
        this.owner = String.join(".", signature.classNames());
    }

    static String ofVariant(Signature signature, Optional<String> team, String self) {
        return new Documentation(signature).write(team, self);
    }

    private String write(Optional<String> team, String self) {
        String what = "Parallel variant of {@link " + owner + "#" + signature.name() + "}: the same result, on "
                + (team.isPresent() ? "the given team." : "the shared team.");
        if (signature.documentation().isEmpty()) {
            return what + "\n";
        }
        String original = signature.documentation().map(this::movable).orElse("");
        Matcher tag = BLOCK_TAG.matcher(original);
        int firstTag = tag.find() ? tag.start() : original.length();
        String description = original.substring(0, firstTag).strip();
        String tags = original.substring(firstTag).lines().collect(Collectors.joining("\n"));
        StringBuilder text = new StringBuilder();
        text.append(description.isEmpty() ? what : description + "\n\n<p>" + what)
                .append('\n');
        StringBuilder block = new StringBuilder();
        for (String one : tags.split("(?m)(?=^[ \\t]*@\\w)")) {
            if (!one.isBlank() && isResolved(one.strip())) {
                block.append(one.stripTrailing()).append('\n');
            }
        }
        if (block.toString().contains("@param ")) {
            if (!self.isEmpty()) {
                block.insert(0, "@param " + self + " the object whose method it is\n");
            }
            team.ifPresent(name -> block.insert(0, "@param " + name + " the threads that run it\n"));
        }
        return block.isEmpty()
                ? text.toString()
                : text.append('\n').append(block).toString();
    }

    /** With nothing in it that means something else in another file. */
    private String movable(String text) {
        String aligned = text.lines()
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .collect(Collectors.joining("\n"))
                .replace("{@inheritDoc}", "")
                .strip();
        return LINK.matcher(aligned).replaceAll(link -> Matcher.quoteReplacement(link(link)));
    }

    private String link(MatchResult link) {
        String target = link.group(2);
        if (OWN_MEMBER.matcher(target).matches()) {
            return "{@" + link.group(1) + " " + owner + target + link.group(3) + "}";
        }
        String label = link.group(3).strip();
        return "{@code " + (label.isEmpty() ? target.replaceFirst("^#", "").replace('#', '.') : label) + "}";
    }

    /** Whether what a block tag refers to is known to the generated file as well. */
    private boolean isResolved(String tag) {
        Matcher reference = REFERENCE.matcher(tag);
        if (!reference.lookingAt()) {
            return true;
        }
        String target = reference.group(2);
        return !reference.group(1).equals("see") && (thrown().contains(target) || isOfJavaLang(target));
    }

    private Set<String> thrown() {
        Set<String> names = new HashSet<>();
        for (TypeText type : signature.thrown()) {
            if (type instanceof TypeText.Declared declared) {
                names.add(declared.simpleNames().get(declared.simpleNames().size() - 1));
            } else if (type instanceof TypeText.TypeVariable variable) {
                names.add(variable.name());
            }
        }
        return names;
    }

    private static boolean isOfJavaLang(String name) {
        try {
            return name.matches("\\w+") && Throwable.class.isAssignableFrom(Class.forName("java.lang." + name));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}

package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.MethodText.Signature;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Javadoc of variants: the method's own, with what is different. */
final class Documentation {

    private static final Pattern TAGS = Pattern.compile("(?m)^\\s*@\\w");
    private static final Pattern OWN_MEMBER = Pattern.compile("(@(?:link|linkplain|see|throws)\\s+)#");

    private Documentation() {}

    static String ofVariant(Signature signature, Optional<String> team, String self) {
        String owner = String.join(".", signature.classNames());
        String what = "Parallel variant of {@link " + owner + "#" + signature.name() + "}: the same result, on "
                + (team.isPresent() ? "the given team." : "the shared team.");
        String original = signature
                .documentation()
                .map(text -> text.lines()
                        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                        .collect(Collectors.joining("\n")))
                .map(text -> OWN_MEMBER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(owner) + "#"))
                .map(text -> text.replace("{@inheritDoc}", "").strip())
                .orElse("");
        Matcher tags = TAGS.matcher(original);
        int firstTag = tags.find() ? tags.start() : original.length();
        String description = original.substring(0, firstTag).strip();
        String block = original.substring(firstTag).strip();
        StringBuilder text = new StringBuilder();
        text.append(description.isEmpty() ? what : description + "\n\n<p>" + what)
                .append('\n');
        if (block.isEmpty()) {
            return text.toString();
        }
        text.append('\n');
        team.ifPresent(name -> text.append("@param ").append(name).append(" the threads that run it\n"));
        if (!self.isEmpty()) {
            text.append("@param ").append(self).append(" the object whose method it is\n");
        }
        return text.append(block).append('\n').toString();
    }
}

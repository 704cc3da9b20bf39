package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The type parameters that a loop's class needs: those that the loop mentions, and those that these mention. */
final class UsedTypeParameters {

    private UsedTypeParameters() {}

    static List<TypeParameter> of(LoopScope scope) {
        if (scope.shape.typeParameters().isEmpty()) {
            return List.of();
        }
        Set<String> mentioned =
                new HashSet<>(Mentions.of(scope.text.whole(), scope.text.body()).words());
        if (scope.usesSelf) {
            scope.shape.typeParameters().forEach(p -> {
                if (scope.shape.receiver().toString().matches(".*\\b" + Pattern.quote(p.name()) + "\\b.*")) {
                    mentioned.add(p.name());
                }
            });
        }
        List<TypeText> types = new ArrayList<>(scope.text.thrown());
        scope.exits.returned().ifPresent(types::add);
        scope.read.forEach(v -> v.declared().ifPresent(types::add));
        scope.plan.roles().forEach(r -> r.var().declared().ifPresent(types::add));
        scope.plan.inOrder().ifPresent(o -> o.handed().forEach(v -> v.declared().ifPresent(types::add)));
        scope.written.forEach(v -> v.declared().ifPresent(types::add));
        if (scope.text.header() instanceof HeaderText.Each each) {
            types.add(each.elementsType());
            types.add(each.elementType());
        }
        types.forEach(t -> Types.variablesOf(t, mentioned));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (TypeParameter parameter : scope.shape.typeParameters()) {
                if (mentioned.contains(parameter.name())) {
                    int before = mentioned.size();
                    parameter.bounds().forEach(b -> Types.variablesOf(b, mentioned));
                    grown |= mentioned.size() > before;
                }
            }
        }
        return scope.shape.typeParameters().stream()
                .filter(p -> mentioned.contains(p.name()))
                .toList();
    }
}

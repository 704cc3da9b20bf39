package dev.parfor.processor.walk;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Reach;
import dev.parfor.processor.symbolic.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Guards that ask before the loop of which classes objects are that do not change: one at a path, or all at the end of a way. */
final class ClassGuards {

    private ClassGuards() {}

    /**
     * That the object, or each that it may be, is exactly of this class or null.
     *
     * @param as the type that it has where its class matters
     * @return empty where no way leads to it
     */
    static Optional<List<Guard>> exactly(Obj object, Type as, String className) {
        Type.Ref named = className.equals("java.lang.Object")
                ? Type.OBJECT
                : new Type.Ref(className, false, false, Set.of(className, "java.lang.Object"), Trust.NONE);
        return Reached.by(object, as).map(reach -> with(reach, oneOf(reach, List.of(named))));
    }

    /** What another class of list would hand out here is not what it hands out later. */
    static List<Guard> with(Reach reach, Guard guard) {
        List<Guard> all = new ArrayList<>();
        if (reach.start() instanceof Path.Elements e && !ElementsList.isIn(e)) {
            all.add(new Guard.ExactClass(e.list(), "java.util.ArrayList"));
        }
        all.add(guard);
        return all;
    }

    static Guard oneOf(Reach reach, List<Type.Ref> classes) {
        return reach.steps().isEmpty() && classes.size() == 1
                ? new Guard.ExactClass(reach.start(), classes.get(0).name())
                : new Guard.OneOf(reach, classes);
    }
}

package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Reach;
import dev.parfor.processor.symbolic.Assumed;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which methods a call can run that another class may override.
 *
 * <p>They are known where the receiver's very class is, or all classes that its type can have ever. Elsewhere the classes in sight are
 * a guess, which a guard checks of receivers that do not change: objects at a path, and what the elements of an array lead to.
 */
final class Receivers {

    /** A call is followed into no more methods, and no more classes are asked for. */
    private static final int MOST = 16;

    private final Walk walk;

    /** What the objects are that a call under way was chosen for. Each names one object for as long as that lasts. */
    private final Map<Obj, Set<Type.Ref>> known = new HashMap<>();

    Receivers(Walk walk) {
        this.walk = walk;
    }

    /** A method that may run, and the objects that it may run on, with their classes; no classes where they don't matter. */
    record Target(MethodRef method, Map<Obj, Set<Type.Ref>> objects) {

        Value receiver() {
            Set<Obj> all = new LinkedHashSet<>();
            objects.forEach((object, classes) -> {
                if (object instanceof Obj.Any && !classes.isEmpty()) {
                    classes.forEach(c -> all.add(new Obj.Any(c, true)));
                } else {
                    all.add(object);
                }
            });
            return new Value.Ref(all);
        }
    }

    /**
     * All methods that may run.
     *
     * @param guessed the guards ask for classes of which some may be left out, as far as others are left
     */
    record Targets(List<Target> all, boolean guessed) {}

    /**
     * Says what the receiver is while one target is followed; the result takes it back. Of several objects nothing is said: the call is
     * on one of them, and the others may be of any class.
     */
    Runnable choose(Target target) {
        Map<Obj, Set<Type.Ref>> before = new HashMap<>(known);
        Assumed assumedBefore = walk.assumed;
        if (target.objects().size() == 1) {
            target.objects().forEach(this::choose);
        }
        return () -> {
            known.clear();
            known.putAll(before);
            walk.assumed = assumedBefore;
        };
    }

    private void choose(Obj object, Set<Type.Ref> classes) {
        if (object instanceof Obj.Any || classes.isEmpty()) {
            return;
        }
        known.put(object, classes);
        Map<Path, Set<String>> assumed = new HashMap<>();
        known.forEach((o, names) -> {
            if (o instanceof Obj.Invariant base) {
                assumed.put(base.path(), names.stream().map(Type.Ref::name).collect(Collectors.toSet()));
            }
        });
        walk.assumed = new Assumed(assumed);
    }

    /** Empty where it is not known, nor can be guarded. */
    Optional<Targets> of(MethodRef method, Value receiver, Type receiverType) {
        Map<MethodRef, Map<Obj, Set<Type.Ref>>> targets = new LinkedHashMap<>();
        List<Guard> guards = new ArrayList<>();
        boolean guessed = false;
        for (Obj object : Walk.objects(receiver, receiverType)) {
            Optional<Choice> choice = choice(method, object, receiverType);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            choice.get()
                    .classes()
                    .forEach((m, classes) -> targets.computeIfAbsent(m, k -> new LinkedHashMap<>())
                            .put(object, classes));
            guards.addAll(choice.get().guards());
            guessed |= choice.get().guessed();
        }
        if (targets.isEmpty() || targets.size() > MOST) {
            return Optional.empty();
        }
        guards.forEach(walk::guard);
        List<Target> all = new ArrayList<>();
        targets.forEach((m, objects) -> all.add(new Target(m, objects)));
        return Optional.of(new Targets(all, guessed));
    }

    /** What may run on one object, by the method, with the classes that have it. */
    private record Choice(Map<MethodRef, Set<Type.Ref>> classes, List<Guard> guards, boolean guessed) {}

    private Optional<Choice> choice(MethodRef method, Obj object, Type receiverType) {
        Optional<Set<Type.Ref>> certain = certain(object, receiverType);
        if (certain.isPresent()) {
            return resolve(method, certain.get()).map(m -> new Choice(m, List.of(), false));
        }
        Optional<Reach> reach = Reached.by(object, receiverType);
        if (reach.isEmpty() || !(staticType(object, receiverType) instanceof Type.Ref open)) {
            return Optional.empty();
        }
        MethodRef written = method.isAbstract() && !open.isInterface()
                ? walk.bodies.resolve(method, open.name()).orElse(method)
                : method;
        Optional<Choice> likely = likely(written, open)
                .flatMap(classes -> resolve(written, classes)
                        .map(m -> new Choice(
                                m,
                                ClassGuards.with(reach.get(), ClassGuards.oneOf(reach.get(), List.copyOf(classes))),
                                true)));
        // Where nobody in sight overrides it, anybody else who does not will do as well; so where those that do are in
        // the way.
        boolean overridden = likely.filter(c -> !c.classes().keySet().equals(Set.of(written)))
                .isPresent();
        walk.written.choice |= overridden;
        boolean stands = !written.isAbstract() && (walk.written.knownOnly || !overridden);
        return stands
                ? Optional.of(new Choice(
                        Map.of(written, Set.of()),
                        ClassGuards.with(reach.get(), notOverridden(reach.get(), written)),
                        false))
                : likely;
    }

    private static Type staticType(Obj object, Type receiverType) {
        boolean narrower = object.type() instanceof Type.Ref own
                && receiverType instanceof Type.Ref seen
                && own.supertypes().contains(seen.name());
        return narrower || !(receiverType instanceof Type.Ref) ? object.type() : receiverType;
    }

    /** All classes that the object can be of, as a theorem. */
    private Optional<Set<Type.Ref>> certain(Obj object, Type receiverType) {
        if (known.containsKey(object)) {
            return Optional.of(known.get(object));
        }
        boolean exact =
                object instanceof Obj.Fresh fresh && fresh.exact() || object instanceof Obj.Any any && any.exact();
        if (exact && object.type() instanceof Type.Ref ref && !Calls.isJdk(ref.name())) {
            return Optional.of(Set.of(ref));
        }
        for (Type type : List.of(object.type(), receiverType)) {
            if (type instanceof Type.Ref ref && ref.isFinal()) {
                return Optional.of(Set.of(ref));
            }
        }
        return staticType(object, receiverType) instanceof Type.Ref ref
                ? walk.bodies.allClassesOf(ref.name()).map(LinkedHashSet::new)
                : Optional.empty();
    }

    /**
     * The classes in sight that have code for the method; of many, those in the package of the type; of many there, or none, those
     * whose code calls nothing and writes nothing.
     */
    private Optional<Set<Type.Ref>> likely(MethodRef method, Type.Ref open) {
        List<Type.Ref> inSight = walk.bodies.likelyClassesOf(open.name(), walk.home);
        if (inSight.size() > MOST) {
            String near = open.name().substring(0, open.name().lastIndexOf('.') + 1);
            List<Type.Ref> all = inSight;
            inSight = all.stream().filter(c -> c.name().startsWith(near)).toList();
            if (inSight.isEmpty() || inSight.size() > MOST) {
                inSight = (inSight.isEmpty() ? all : inSight)
                        .stream()
                                .filter(c ->
                                        body(method, c).filter(PlainCode::is).isPresent())
                                .limit(MOST)
                                .toList();
            }
        }
        Set<Type.Ref> classes = new LinkedHashSet<>();
        for (Type.Ref c : inSight) {
            if (body(method, c).filter(b -> !walk.written.isLeftOut(b.method())).isPresent()) {
                classes.add(c);
            }
        }
        return classes.isEmpty() ? Optional.empty() : Optional.of(classes);
    }

    private Optional<Bodies.MethodBody> body(MethodRef method, Type.Ref of) {
        return walk.bodies.resolve(method, of.name()).filter(m -> !m.isNative()).flatMap(walk.bodies::of);
    }

    private Optional<Map<MethodRef, Set<Type.Ref>>> resolve(MethodRef method, Set<Type.Ref> classes) {
        Map<MethodRef, Set<Type.Ref>> methods = new LinkedHashMap<>();
        for (Type.Ref c : classes) {
            Optional<MethodRef> one = walk.bodies.resolve(method, c.name());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            methods.computeIfAbsent(one.get(), m -> new LinkedHashSet<>()).add(c);
        }
        return Optional.of(methods);
    }

    // ---- guards -------------------------------------------------------------------------------------------------

    private static Guard notOverridden(Reach reach, MethodRef method) {
        return reach.steps().isEmpty() ? new Guard.NotOverridden(reach.start(), method) : new Guard.Uses(reach, method);
    }
}

package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.parfor.processor.diagnostics.GuardText;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.MethodText.LoopText;
import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.GuardPaths;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parts of a loop's class have in common: names, variables, roles and the form of the header. */
final class LoopScope {

    static final String RUN_AS_WRITTEN = "runAsWritten";
    static final String OTHER_CLASS = "otherClass";
    static final String PREPARE = "prepare";
    static final String AS_WRITTEN = "asWritten";
    static final String COMBINE = "combine";

    final MethodShape shape;
    final LoopText text;
    /** The loop's body, as the kernel has it: with names for what blocks have private ones of. */
    final SourceText body;

    final LoopNest nest;
    final Judgement.Parallel judgement;
    final Plan plan;
    final String className;

    final String team;
    final String self;
    final String tripCount;
    final String unmerged;
    final String other;
    final String blocks;
    final String block;
    final String out;
    final String lo;
    final String hi;
    final String site;
    /** Says that chunks use copies of arrays: without the guards they might be no copies of one array. */
    final Optional<String> privately;

    final boolean usesSelf;

    /** What the loop's body mentions. */
    final Mentions mentions;

    final Names names;

    /** Variables that the loop reads only. */
    final List<Var> read = new ArrayList<>();
    /** Variables that have another value after the loop. */
    final List<Var> written = new ArrayList<>();

    final List<RoleParts> roles = new ArrayList<>();
    final List<MergeParts> merges = new ArrayList<>();
    final Map<Span, String> notes = new HashMap<>();
    /** For the chunk kernel. */
    final TextWriter writer;

    /** Declarations at the beginning of the chunk kernel. */
    final CodeBlock hoisted;
    /** For all other text. */
    final TextWriter plainWriter;

    final Counting counting;
    final Optional<Chains> chains;
    final Optional<Recording> recording;
    final ExitWriter exits;
    final ScanWriter scans;
    final HandedWriter handed;
    final KeptWriter kept;
    final FirstBlocks firstBlocks;
    final Optional<OrderedWriter> ordered;
    final Optional<WaveWriter> wave;
    final Bridges bridges;

    /** The number of a chunk's first iteration where the kernel is called. */
    final CodeBlock first;

    private final String index;
    private final String met;
    private final PathWriter paths;
    private final List<TypeParameter> typeParameters;

    /** Which guards are checked when. */
    final GuardTimes guardTimes;

    LoopScope(
            MethodShape shape,
            MethodText method,
            LoopText text,
            Judgement.Parallel judgement,
            String className,
            Bridges bridges) {
        this.shape = shape;
        this.text = text;
        this.judgement = judgement;
        this.nest = judgement.nest();
        this.plan = judgement.plan();
        this.className = className;
        this.bridges = bridges;

        Set<Var> captured = new LinkedHashSet<>(text.captured());
        boolean receiver = collectPaths(captured);
        Set<String> taken = new HashSet<>(method.identifiers());
        captured.forEach(v -> taken.add(v.name()));
        plan.merges().forEach(m -> taken.add(m.var().name()));
        this.names = shape.names(taken);
        Map<Span, Var> privateNames = new HashMap<>();
        plan.merges().forEach(m -> m.mentions().forEach(at -> privateNames.put(at, m.var())));
        FillingText filling = FillingText.of(plan.merges(), names);
        this.team = names.fresh("team");
        this.self = names.fresh("self");
        this.tripCount = names.fresh("tripCount");
        this.unmerged = names.fresh("reason");
        this.other = names.fresh("other");
        this.blocks = names.fresh("blocks");
        this.block = names.fresh("block");
        this.out = names.fresh("out");
        this.lo = names.fresh("lo");
        this.hi = names.fresh("hi");
        this.site = names.fresh("SITE");
        this.privately = plan.scratch().isEmpty() || plan.guards().isEmpty()
                ? Optional.empty()
                : Optional.of(names.fresh("privately"));
        Map<Span, SourceText> places = new HashMap<>(filling.texts());
        this.wave = plan.wave().map(w -> new WaveWriter(this, w, text.body()));
        wave.ifPresent(w -> places.putAll(w.texts()));
        this.body = ExitWriter.ending(new PrivateNames(privateNames, places).in(text.body()), plan);
        this.mentions = Mentions.of(body);
        this.index = names.fresh("indices");
        this.met = names.fresh("met");
        this.paths = new PathWriter(self, bridges);
        this.usesSelf = text.usesThis() || receiver || mentionsSelf();
        Hoists hoists = Hoists.of(body, names);
        this.hoisted = hoists.locals(bridges, self);
        this.exits = new ExitWriter(this);
        TextWriter kernelWriter =
                TextWriter.of(self, bridges, notes).hoisting(hoists).leaving(exits::inKernel);
        this.plainWriter = TextWriter.of(self, bridges, Map.of()).leaving(exits::asWritten);

        boolean hasBlocks = !plan.merges().isEmpty() || plan.roles().stream().anyMatch(LoopScope::needsBlocks);
        this.first = hasBlocks ? CodeBlock.of("$N.start($N)", blocks, block) : CodeBlock.of("$N", lo);
        this.scans = ScanWriter.of(this);
        this.handed = HandedWriter.of(this);
        this.kept = KeptWriter.of(this);
        this.firstBlocks = FirstBlocks.of(this);
        RoleWriter roleWriter = new RoleWriter(names, paths, bridges, block, blocks, first, scans.starts());
        Map<Var, String> counts = new HashMap<>();
        for (Role role : plan.roles()) {
            RoleParts parts = role.accept(roleWriter);
            roles.add(parts);
            if (role instanceof Role.Position position) {
                counts.put(position.var(), parts.slots().get(0).array());
            }
            notes.putAll(parts.notes());
        }
        Branches.require(notes.keySet(), body);
        MergeWriter mergeWriter = new MergeWriter(
                names,
                paths,
                block,
                blocks,
                new AdditionWriter(names, paths, tripCount, block, blocks),
                filling.rooms(),
                counts);
        plan.merges().forEach(m -> merges.add(m.accept(mergeWriter)));
        sort(captured);
        this.counting = counting(names);
        this.recording = wave.isPresent() ? Optional.empty() : Recording.of(body, counting, names);
        this.writer = kernelWriter.recording(recording);
        this.typeParameters = UsedTypeParameters.of(this);
        this.guardTimes = GuardTimes.of(plan, nest.header(), scans.any());
        this.ordered = plan.inOrder().map(o -> new OrderedWriter(this, o));
        this.chains = wave.isPresent() ? Optional.empty() : Chains.of(this);
    }

    private static boolean needsBlocks(Role role) {
        return !(role instanceof Role.Private
                || role instanceof Role.LastValue
                || role instanceof Role.ExitValue
                || role instanceof Role.Ordered
                || role instanceof Role.HandedOn
                || role instanceof Role.Induction);
    }

    private boolean collectPaths(Set<Var> vars) {
        Set<Path> found = new LinkedHashSet<>();
        plan.guards().forEach(g -> GuardPaths.collect(g, found));
        judgement.proof().trusted().forEach(t -> t.distinct().ifPresent(found::add));
        for (Role role : plan.roles()) {
            if (role instanceof Role.Induction induction) {
                induction.step().forEach(term -> found.addAll(term.factors()));
            }
        }
        plan.merges().forEach(m -> found.add(m.target()));
        plan.kept().forEach(k -> k.addPaths(found));
        boolean receiver = false;
        for (Path path : found) {
            receiver |= PathWriter.collect(path, vars);
        }
        return receiver;
    }

    private boolean mentionsSelf() {
        if (shape.isStatic()) {
            return false;
        }
        boolean combinesOnSelf = plan.roles().stream()
                .anyMatch(r -> r instanceof Role.UserReduction u
                        && !u.method().isStatic()
                        && u.method().parameters().size() == 2);
        return combinesOnSelf || Mentions.of(text.whole(), text.body()).self();
    }

    private void sort(Set<Var> captured) {
        Set<Var> fields = new HashSet<>();
        roles.forEach(r -> fields.addAll(r.fields()));
        Set<Var> own = new HashSet<>();
        plan.roles().forEach(r -> own.add(r.var()));
        outerIndex().ifPresent(fields::add);
        for (Var var : captured) {
            if (fields.contains(var)) {
                written.add(var);
            } else if (!own.contains(var)) {
                read.add(var);
            }
        }
        for (RoleParts role : roles) {
            role.fields().stream().filter(v -> !written.contains(v)).forEach(written::add);
        }
        outerIndex().filter(v -> !written.contains(v)).ifPresent(written::add);
    }

    /** An index that was declared before the loop. */
    private Optional<Var> outerIndex() {
        return nest.header() instanceof Header.Counted counted && !counted.declaredInHeader()
                ? Optional.of(counted.index())
                : Optional.empty();
    }

    private Counting counting(Names names) {
        if (text.header() instanceof HeaderText.Counted headerText && nest.header() instanceof Header.Counted header) {
            boolean constantStep = header.step() instanceof dev.parfor.processor.ir.Expr.Literal;
            return header.index().type() == Type.Primitive.INT && constantStep
                    ? new IntLoop(header, headerText, text.label(), plainWriter, names)
                    : new StripLoop(header, headerText, text.label(), plainWriter, names);
        } else if (text.header() instanceof HeaderText.Each each) {
            Set<Var> changed = new HashSet<>(written);
            plan.roles().forEach(r -> changed.add(r.var()));
            return nest.header() instanceof Header.EachOfArray
                    ? new ArrayLoop(each, text.label(), plainWriter, names, changed)
                    : new ListLoop(each, text.label(), plainWriter, names, changed);
        }
        throw new IllegalArgumentException("no text of a header that can be counted: " + nest.where());
    }

    List<TypeVariableName> typeVariables() {
        return typeParameters.stream().map(Types::variable).toList();
    }

    /** The class with its own type variables. */
    TypeName typed() {
        ClassName raw = ClassName.get("", className);
        return typeParameters.isEmpty()
                ? raw
                : ParameterizedTypeName.get(raw, typeVariables().toArray(new TypeName[0]));
    }

    /** An array that the user calls distinct, as an expression. */
    CodeBlock path(Path path) {
        return paths.write(path).code();
    }

    /** Once it is known that the chunks may work on arrays of their own. */
    CodeBlock workPrivately() {
        return privately.map(name -> CodeBlock.of("$N = true;\n", name)).orElse(CodeBlock.of(""));
    }

    GuardWriter guards() {
        return new GuardWriter(paths, counting, Optional.of(tripCount), index, met, new GuardText(nest.name()));
    }

    GuardWriter guardsBeforeHeader() {
        return new GuardWriter(paths, counting, Optional.empty(), index, met, new GuardText(nest.name()));
    }

    boolean mayRunAsWritten() {
        return prepares()
                || wave.isPresent()
                || counting.mayRunAsWritten()
                || roles.stream()
                        .anyMatch(r -> r.step().filter(s -> s.canThrow()).isPresent());
    }

    boolean hasBlocks() {
        return !merges.isEmpty() || scans.any() || combines() && wave.isEmpty();
    }

    /** Whether something has to hold before blocks may run, without which the loop runs as written. */
    boolean prepares() {
        return !merges.isEmpty() || scans.any() || !guardTimes.beforeBlocks().isEmpty();
    }

    /** Whether the loop runs again, as written, where its iterations throw. */
    boolean repeats() {
        return plan.merges().stream().anyMatch(Merge::repeats);
    }

    /** Whether something of the blocks grows, or runs ahead, which is not worth it for one of them. */
    boolean grows() {
        return scans.any()
                || plan.merges().stream().anyMatch(m -> m instanceof Merge.OfOutput || m instanceof Merge.OfCollection);
    }

    /** Whether blocks have maps or sets, in which the same things may occur. */
    boolean hasMaps() {
        return plan.merges().stream()
                .anyMatch(m -> m instanceof Merge.OfCollection c
                        && !(c.how() instanceof Merge.Collecting.Elements || c.how() instanceof Merge.Collecting.Text));
    }

    /** Whether there are results of blocks to combine. */
    boolean combines() {
        for (RoleParts role : roles) {
            if (role.combine().isPresent()) {
                return true;
            }
        }
        return false;
    }

    List<RoleParts.Slot> slots() {
        List<RoleParts.Slot> slots = new ArrayList<>();
        for (RoleParts role : roles) {
            slots.addAll(role.slots());
        }
        for (MergeParts merge : merges) {
            merge.slot().ifPresent(slots::add);
        }
        return slots;
    }

    List<Var> lastValues() {
        List<Var> values = new ArrayList<>();
        for (RoleParts role : roles) {
            values.addAll(role.lastValues());
        }
        return values;
    }

    /** Whether a chunk must know that it is the last one, by the number of iterations. */
    boolean asksForLast() {
        return !hasBlocks() && (hasLastValues() || kept.any());
    }

    boolean hasLastValues() {
        return !lastValues().isEmpty();
    }

    /** What the constructor is given: of the variables that change, only those that have a value. */
    List<Var> passedIn() {
        List<Var> in = new ArrayList<>(read);
        Mentions header = text.header() instanceof HeaderText.Counted c ? Mentions.of(c.start()) : Mentions.of();
        for (Var var : written) {
            boolean isIndex = outerIndex().equals(Optional.of(var));
            if (isMadeUp(var)) {
                continue;
            }
            boolean hasValue = !nest.surroundings().unassignedBefore().contains(var);
            if (hasValue && (!isIndex || header.words().contains(var.name()))) {
                in.add(var);
            }
        }
        return in;
    }

    /** A variable that stands for a field or cell: the method has none of its name. */
    boolean isMadeUp(Var var) {
        return plan.merges().stream()
                .anyMatch(m -> m.var().equals(var) && !m.mentions().isEmpty());
    }

    /** Whether the loop goes over the elements of this variable, which its body need not mention. */
    boolean isElements(Var var) {
        return counting instanceof EachLoop loop && loop.isVariable && loop.elements.equals(var.name());
    }

    /** Whether the kernel has a private one under the name of this variable. */
    boolean isMerged(Var var) {
        return plan.merges().stream().anyMatch(m -> m.var().equals(var));
    }

    List<Var> handedOut() {
        return written.stream()
                .filter(v -> !isMadeUp(v))
                .filter(v -> outerIndex().equals(Optional.of(v))
                        || !nest.surroundings().unassignedBefore().contains(v))
                .toList();
    }

    /** The loop's body, or what of it the kernel has, as the text of a kernel. */
    Fragment inKernel(SourceText text, TextWriter by) {
        Fragment written = by.write(text);
        return recording.map(r -> r.begin(written, counting)).orElse(written);
    }

    /** What the loop throws, for methods that nobody else calls. */
    List<TypeName> thrown() {
        return text.thrown().stream().map(Types::of).toList();
    }

    /** Without the types that are too wide for a method that declares less. */
    List<TypeName> thrownByExecute() {
        return text.thrown().stream()
                .filter(t -> !isWide(t) || shape.declares(t))
                .map(Types::of)
                .toList();
    }

    private static boolean isWide(TypeText type) {
        String name = Types.plainName(type);
        return name.equals("java.lang.Exception") || name.equals("java.lang.Throwable");
    }
}

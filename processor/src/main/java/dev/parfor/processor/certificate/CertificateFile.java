package dev.parfor.processor.certificate;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judge.Certificate;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Kept;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A certificate as a file of JSON. What the members mean: {@code docs/certificates.md}. */
public final class CertificateFile {

    private final Certificate certificate;
    private final Map<String, Object> atoms = new TreeMap<>();

    private CertificateFile(Certificate certificate) {
        this.certificate = certificate;
    }

    /** Writes {@code folder/package.Class.method.ordinal.json}; the line of the loop tells overloaded methods apart. */
    public static void write(java.nio.file.Path folder, Certificate certificate) throws IOException {
        LoopNest nest = certificate.judgement().nest();
        String name = nest.method().owner() + "." + nest.method().name() + "."
                + nest.span().line() + "." + nest.ordinal() + ".json";
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text(certificate));
    }

    /** The text of the file. */
    public static String text(Certificate certificate) {
        return Json.print(new CertificateFile(certificate).json());
    }

    private Map<String, Object> json() {
        Judgement.Parallel p = certificate.judgement();
        LoopNest nest = p.nest();
        Proof proof = p.proof();
        List<Access> accesses = certificate.accesses();
        Map<String, Object> loop = Json.object(
                "file",
                nest.span().file(),
                "line",
                nest.span().line(),
                "text",
                nest.span().text(),
                "method",
                nest.method().owner() + "." + nest.method().name()
                        + nest.method().descriptor());
        certificate.step().ifPresent(s -> loop.put("step", poly(s)));
        certificate
                .tiles()
                .ifPresent(t -> loop.put("tiles", Json.object("front", poly(t.front()), "rising", t.rising())));
        List<Object> written = new ArrayList<>();
        for (Access access : accesses) {
            written.add(access(written.size() + 1, access));
        }
        GuardJson guards = new GuardJson();
        String verdict =
                !proof.trusted().isEmpty() ? "trusted" : p.plan().guards().isEmpty() ? "proved" : "guarded";
        return Json.object(
                "loop",
                loop,
                "verdict",
                verdict,
                "accesses",
                written,
                "pairs",
                Json.list(certificate.pairs(), pair -> pair(accesses, pair)),
                "guards",
                Json.list(p.plan().guards(), g -> g.accept(guards)),
                "roles",
                Json.list(p.plan().roles(), CertificateFile::role),
                "merges",
                Json.list(
                        p.plan().merges(),
                        m -> Json.object(
                                "merge",
                                m.getClass().getSimpleName(),
                                "variable",
                                m.var().name())),
                "copies",
                Json.list(p.plan().scratch(), v -> copy(p.plan(), v)),
                "assertions",
                Json.list(proof.trusted(), CertificateFile::assertion),
                "bodies",
                certificate.bodies(),
                "classFiles",
                Json.list(proof.classFiles(), f -> Json.object("path", f.path(), "sha256", f.sha256())),
                "atoms",
                atoms);
    }

    private Object copy(Plan plan, Var array) {
        Map<String, Object> json = Json.object("object", object(new Obj.Invariant(new Path.OfVar(array))));
        plan.kept().stream()
                .filter(k -> k.array().equals(array))
                .forEach(k -> json.put("kept", Json.list(k.parts(), CertificateFile::part)));
        return json;
    }

    private static Object part(Kept.Part part) {
        return Json.object(
                "from",
                part.from().identity(),
                "to",
                part.to().map(Path::identity).orElse("end"));
    }

    private static Object role(Plan.Role role) {
        return Json.object(
                "variable", role.var().name(), "role", role.getClass().getSimpleName());
    }

    private static Object assertion(Proof.Trusted t) {
        Map<String, Object> json =
                Json.object("annotation", t.annotation(), "subject", t.subject(), "reason", t.reason());
        t.distinct().ifPresent(path -> json.put("distinct", path.identity()));
        return json;
    }

    private static Object pair(List<Access> accesses, Certificate.Pair pair) {
        Map<String, Object> json = Json.object(
                "first",
                1 + accesses.indexOf(pair.first()),
                "second",
                1 + accesses.indexOf(pair.second()),
                "by",
                pair.proof().by(),
                "meet",
                pair.proof().meet(),
                "guards",
                new ArrayList<Object>(pair.proof().guards()));
        if (pair.proof().inTiles()) {
            json.put("inTiles", true);
        }
        return json;
    }

    private Object access(int number, Access a) {
        Map<String, Object> json = Json.object(
                "number", number,
                "write", a.isWrite(),
                "line", a.span().line(),
                "text", a.toString(),
                "cell", cell(a.cell()),
                "where", Json.list(a.facts(), this::fact),
                "locks",
                        Json.list(
                                a.section().locks().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .toList(),
                                l -> l),
                "update", a.section().update().map(u -> u.operation()).orElse(""));
        if (!a.assumed().classes().isEmpty()) {
            json.put("classes", assumed(a));
        }
        certificate.tiles().ifPresent(t -> json.put("column", t.columns().contains(number - 1)));
        return json;
    }

    private static Map<String, Object> assumed(Access a) {
        Map<String, Object> json = new LinkedHashMap<>();
        a.assumed().sorted().forEach((path, names) -> json.put(path, List.copyOf(names)));
        return json;
    }

    private Object cell(Cell cell) {
        if (cell instanceof Cell.ArrayCell c) {
            return Json.object(
                    "kind",
                    "array",
                    "object",
                    object(c.array()),
                    "index",
                    poly(c.index()),
                    "element",
                    c.element() instanceof Type.Primitive p ? p.toString() : "reference");
        } else if (cell instanceof Cell.FieldCell c) {
            String field = c.field().owner() + "." + c.field().name();
            return Json.object("kind", "field", "object", object(c.object()), "field", field);
        } else if (cell instanceof Cell.StaticCell c) {
            return Json.object(
                    "kind",
                    "static",
                    "field",
                    c.field().owner() + "." + c.field().name());
        }
        return Json.object("kind", "state", "object", object(((Cell.StateCell) cell).object()));
    }

    private Object object(Obj object) {
        Map<String, Object> json = Json.object("type", object.type().toString());
        if (object instanceof Obj.Invariant o) {
            json.put("path", o.path().identity());
            Path holder = o.path() instanceof Path.Elements e ? e.list() : o.path();
            if (holder instanceof Path.OfVar v
                    && (holder == o.path() || v.type().equals(ElementsList.TYPE))
                    && certificate.judgement().nest().surroundings().ownArrays().contains(v.var())) {
                json.put("made", true);
            }
        } else if (object instanceof Obj.Element o) {
            // What a list holds has no name of its own.
            boolean listed = o.array() instanceof Obj.FieldOf held
                    && held.field().owner().equals("java.util.ArrayList");
            json.put("elementOf", object(listed ? ((Obj.FieldOf) o.array()).base() : o.array()));
            json.put("index", poly(o.index()));
        } else if (object instanceof Obj.FieldOf o) {
            json.put("fieldOf", object(o.base()));
            json.put("field", o.field().owner() + "." + o.field().name());
        } else {
            json.put("any", true);
        }
        return json;
    }

    private Object fact(Fact fact) {
        String relation = switch (fact.kind()) {
            case AT_LEAST_ZERO -> ">= 0";
            case ZERO -> "= 0";
            case NOT_ZERO -> "!= 0";
        };
        return Json.object("poly", poly(fact.poly()), "relation", relation);
    }

    /** A list of terms, each a coefficient and its atoms. */
    private Object poly(Poly poly) {
        List<Object> terms = new ArrayList<>();
        for (Poly.Term term : poly.terms()) {
            List<Object> factors = new ArrayList<>(List.of(term.coefficient()));
            term.monomial().atoms().forEach(a -> factors.add(atom(a)));
            terms.add(factors);
        }
        return terms;
    }

    private String atom(Atom atom) {
        if (atoms.containsKey(atom.key())) {
            return atom.key();
        }
        Map<String, Object> json = Json.object("varies", atom.isVarying(), "min", atom.min(), "max", atom.max());
        atoms.put(atom.key(), json);
        if (atom instanceof Atom.Index i) {
            json.put("kind", "index");
            json.put("parallel", i.isParallel());
        } else if (atom instanceof Atom.Loaded l) {
            json.put("kind", "element");
            json.put("array", l.array().identity());
            json.put("index", poly(l.index()));
        } else if (atom instanceof Atom.Unknown u) {
            json.put("kind", "unknown");
            u.quotient().ifPresent(q -> {
                json.put("dividend", poly(q.dividend()));
                json.put("divisor", poly(q.divisor()));
                json.put("down", q.down());
            });
        } else {
            json.put("kind", "symbol");
        }
        return atom.key();
    }
}

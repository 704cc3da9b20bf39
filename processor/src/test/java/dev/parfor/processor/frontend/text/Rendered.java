package dev.parfor.processor.frontend.text;

import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.MethodText.LoopText;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes cut text back as Java for another class of the package: qualified names, {@code self}, and reflection for private
 * members. Loops are put together from their parts again, but for headers of other forms.
 */
final class Rendered {

    /** What rendered code calls for private members. */
    static final String BRIDGES = """
            package p;
            import java.lang.reflect.*;
            @SuppressWarnings("unchecked")
            final class Bridges {
              static Field field(Class<?> owner, String name) throws Exception {
                Field f = owner.getDeclaredField(name);
                f.setAccessible(true);
                return f;
              }
              static <R> R get(Class<?> owner, String name, Object o) {
                try {
                  return (R) field(owner, name).get(o);
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }
              static <R> R set(Class<?> owner, String name, Object o, R value) {
                try {
                  field(owner, name).set(o, value);
                  return value;
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }
              static int step(Class<?> owner, String name, Object o, int delta, boolean prefix) {
                Number before = Bridges.<Number>get(owner, name, o);
                int after = before.intValue() + delta;
                if (before instanceof Byte) { set(owner, name, o, (byte) after); } else { set(owner, name, o, after); }
                return prefix ? after : before.intValue();
              }
              static <R> R call(Class<?> owner, String name, Object o, Object... arguments) {
                for (Executable e : name.equals("<init>") ? owner.getDeclaredConstructors() : owner.getDeclaredMethods()) {
                  boolean named = e instanceof Constructor || e.getName().equals(name);
                  if (named && e.getParameterCount() == arguments.length) {
                    e.setAccessible(true);
                    try {
                      return (R) (e instanceof Constructor ? ((Constructor<?>) e).newInstance(arguments) : ((Method) e).invoke(o, arguments));
                    } catch (InvocationTargetException x) {
                      throw Bridges.<RuntimeException>sneaky(x.getCause());
                    } catch (ReflectiveOperationException x) {
                      throw new AssertionError(x);
                    }
                  }
                }
                throw new AssertionError(name);
              }
              static <X extends Throwable> X sneaky(Throwable t) throws X {
                throw (X) t;
              }
              static <X extends Exception> void mayThrow(Class<X> type) throws X {}
            }
            """;

    private static final Map<String, String> BOXES = Map.of(
            "int",
            "Integer",
            "char",
            "Character",
            "void",
            "Object",
            "double",
            "Double",
            "long",
            "Long",
            "boolean",
            "Boolean",
            "byte",
            "Byte",
            "short",
            "Short",
            "float",
            "Float");

    private final MethodText method;

    Rendered(MethodText method) {
        this.method = method;
    }

    String body() {
        return java(method.body());
    }

    private String java(SourceText text) {
        return text.pieces().stream().map(this::java).collect(Collectors.joining());
    }

    private String java(Piece piece) {
        if (piece instanceof Piece.Verbatim verbatim) {
            return verbatim.text();
        } else if (piece instanceof Piece.TypeName name) {
            return java(name.type());
        } else if (piece instanceof Piece.Self) {
            return "self";
        } else if (piece instanceof Piece.LocalUse use) {
            return use.var().name();
        } else if (piece instanceof Piece.Hole hole) {
            return loop(method.loops().get(hole.ordinal() - 1));
        } else if (piece instanceof Piece.Then then) {
            return java(then.statement());
        } else if (piece instanceof Piece.Place place) {
            return java(place.text());
        } else if (piece instanceof Piece.Exit exit) {
            return java(exit.statement());
        } else if (piece instanceof Piece.PrivateGet get) {
            return "Bridges.<" + boxed(get.type()) + ">get("
                    + member(get.field().owner(), get.field().name()) + object(get.receiver()) + ")";
        } else if (piece instanceof Piece.PrivateSet set) {
            return "Bridges.<" + boxed(set.type()) + ">set("
                    + member(set.field().owner(), set.field().name()) + object(set.receiver()) + ", ("
                    + java(set.type()) + ") (" + java(set.value()) + "))";
        } else if (piece instanceof Piece.PrivateUpdate update) {
            return update(update);
        } else if (piece instanceof Piece.PrivateCall call) {
            String arguments = arguments(call);
            return "Bridges.<" + boxed(call.returns()) + ">call("
                    + member(call.method().owner(), call.method().name()) + object(call.receiver()) + arguments + ")";
        }
        throw new AssertionError(piece);
    }

    /** Variable arguments are taken to be written one by one. */
    private String arguments(Piece.PrivateCall call) {
        StringBuilder out = new StringBuilder();
        int fixed = call.parameters().size() - (call.method().isVarargs() ? 1 : 0);
        for (int i = 0; i < fixed; i++) {
            out.append(", (" + java(call.parameters().get(i)) + ") ("
                    + java(call.arguments().get(i)) + ")");
        }
        if (call.method().isVarargs()) {
            String rest = call.arguments().stream().skip(fixed).map(this::java).collect(Collectors.joining(", "));
            out.append(", new " + java(call.parameters().get(fixed)) + " {" + rest + "}");
        }
        return out.toString();
    }

    private String update(Piece.PrivateUpdate update) {
        String place = member(update.field().owner(), update.field().name()) + object(update.receiver());
        if (update.value().pieces().isEmpty()) {
            return "Bridges.step(" + place + ", " + (update.operator().contains("+") ? 1 : -1) + ", "
                    + !update.operator().startsWith("x") + ")";
        }
        String operator = update.operator().substring(0, update.operator().length() - 1);
        String type = boxed(update.type());
        return "Bridges.<" + type + ">set(" + place + ", (" + java(update.type()) + ") (Bridges.<" + type + ">get("
                + place + ") " + operator + " (" + java(update.value()) + ")))";
    }

    private String object(SourceText receiver) {
        return ", " + (receiver.pieces().isEmpty() ? "null" : java(receiver));
    }

    private static String member(String owner, String name) {
        return owner + ".class, \"" + name + "\"";
    }

    private String loop(LoopText loop) {
        String label = loop.label().map(l -> l + ": ").orElse("");
        if (loop.header() instanceof HeaderText.Counted c) {
            return label + "for (" + java(c.indexType()) + " " + c.index() + " = " + java(c.start()) + "; " + c.index()
                    + " < " + java(c.bound()) + "; " + c.index() + (c.subtracted() ? " -= " : " += ") + java(c.step())
                    + ") " + java(loop.body());
        } else if (loop.header() instanceof HeaderText.Each e) {
            return label + "for (" + java(e.modifiersAndType()) + " " + e.element() + " : (" + java(e.elementsType())
                    + ") (" + java(e.elements()) + ")) " + java(loop.body());
        }
        return java(loop.whole());
    }

    private static String boxed(TypeText type) {
        return BOXES.getOrDefault(java(type), java(type));
    }

    private static String java(TypeText type) {
        return Printed.of(type);
    }
}

package dev.parfor.processor.random;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of the class that random loops stand in, as the interpreter sees it. */
final class Thing {
    final Map<String, Object> fields = new LinkedHashMap<>();
}

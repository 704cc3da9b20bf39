package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.MethodText.Signature;

/**
 * An annotated method, or one with an annotated loop, by what lasts from round to round.
 *
 * @param key name and erased parameter types
 */
public record MarkedMethod(String key, Signature signature) {
    @Override
    public int hashCode() {
        return key.hashCode();
    }
}

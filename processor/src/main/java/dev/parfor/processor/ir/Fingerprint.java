package dev.parfor.processor.ir;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits: by which it is told whether code is still what a proof was made from. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            // every Java platform has it
            throw new AssertionError(impossible);
        }
    }
}

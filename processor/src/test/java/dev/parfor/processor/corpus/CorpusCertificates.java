package dev.parfor.processor.corpus;

import java.nio.file.Path;
import java.util.List;

/** Writes the certificates of all accepted loops of the corpus. */
public final class CorpusCertificates {

    private CorpusCertificates() {}

    /** How many loops were accepted. */
    public static int write(Path folder) {
        int accepted = 0;
        for (String theme : Corpus.themes()) {
            Compiled compiled = Compiled.with(List.of(Corpus.source(theme)), "-Aparfor.certificates=" + folder);
            accepted += compiled.accepted();
        }
        return accepted;
    }
}

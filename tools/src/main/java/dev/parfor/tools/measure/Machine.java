package dev.parfor.tools.measure;

/** Where it was measured. */
public record Machine(String system, int processors, String java) {

    static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    @Override
    public String toString() {
        return processors + (processors == 1 ? " processor, " : " processors, ") + system + ", " + java;
    }
}

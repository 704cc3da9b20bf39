/** What generated code calls. */
module dev.parfor.runtime {
    requires static jdk.jfr;

    exports dev.parfor.runtime;
}

/** What generated tests and benchmarks call. */
module dev.parfor.testing {
    requires transitive dev.parfor.runtime;

    exports dev.parfor.testing;
}

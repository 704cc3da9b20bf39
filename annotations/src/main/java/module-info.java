/** What users of Parfor write on their loops. */
module dev.parfor {
    exports dev.parfor;
}

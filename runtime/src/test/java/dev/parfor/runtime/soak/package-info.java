/**
 * Everything at once, for as long as one likes: loops of all kinds that fail, are cancelled, nest, meet other callers and lose
 * their team, with a check of each outcome. {@code SoakTest} runs it for seconds, {@code runtime/soak} for minutes.
 */
package dev.parfor.runtime.soak;

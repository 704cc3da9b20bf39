/**
 * Which loops of a code base could run in parallel, and what that would gain.
 *
 * <p>One way: sources, advice of the processor, shares of a recording, findings; then each form of them by itself.
 */
package dev.parfor.tools.advise;

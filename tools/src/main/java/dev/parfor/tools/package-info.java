/** The command {@code parfor} and its subcommands. */
package dev.parfor.tools;

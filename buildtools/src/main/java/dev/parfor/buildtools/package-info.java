/** Programs that the build of the processor runs over its compiled classes. */
package dev.parfor.buildtools;

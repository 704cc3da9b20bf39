/**
 * Methods of class files as loop IR, so that a call into the class path is walked like one of a method with source. The only package that
 * knows ASM.
 */
package dev.parfor.processor.classfile;

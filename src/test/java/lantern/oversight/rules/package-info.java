/** Tests of the rules that run over papers. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.rules;

/** The rules that run over a paper's text. A rule that is not sure says nothing: a check that cries wolf is switched off. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.rules;

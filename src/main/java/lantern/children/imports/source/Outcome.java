package lantern.children.imports.source;

import java.util.List;
import lantern.children.imports.file.Problem;

/**
 * What became of the rows of one file.
 *
 * @param taken rows that became facts now
 * @param before rows that were taken by an earlier import and are the same still
 * @param rejected rows that were not taken, each with at least one problem
 */
public record Outcome(String file, int rows, int taken, int before, int rejected, List<Problem> problems) {}

/** Seals what was written into signed trees and appends their heads to a file the database cannot reach. */
@org.jspecify.annotations.NullMarked
package lantern.audit.seal;

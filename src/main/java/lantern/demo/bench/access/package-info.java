/** What keeping records apart costs, and whether they stay apart: measured on the running server. */
@org.jspecify.annotations.NullMarked
package lantern.demo.bench.access;

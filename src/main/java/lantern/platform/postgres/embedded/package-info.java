/** The PostgreSQL server that Lantern brings with it: unpacked, started, watched, adopted after a crash, stopped. */
@org.jspecify.annotations.NullMarked
package lantern.platform.postgres.embedded;

/** PostgreSQL 18: the durable server Lantern brings with it, an outside one in its place, the roles, and the migrations. */
@org.jspecify.annotations.NullMarked
package lantern.platform.postgres;

/** Tests of what is a good password, without a database. */
@org.jspecify.annotations.NullMarked
package lantern.access.password;

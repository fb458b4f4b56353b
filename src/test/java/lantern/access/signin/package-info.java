/** Tests of signing in, against a real database. */
@org.jspecify.annotations.NullMarked
package lantern.access.signin;

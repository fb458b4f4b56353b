/** The two authorities of the demo: their agencies, teams, people and accounts. */
@org.jspecify.annotations.NullMarked
package lantern.demo.authority;

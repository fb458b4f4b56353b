/** An invented scrutiny committee with its inquiries: every category, every form of date and every check has something to show. */
@org.jspecify.annotations.NullMarked
package lantern.demo.scrutiny;

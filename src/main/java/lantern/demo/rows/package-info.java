/** Rows on their way into the database: gathered as text, then copied table by table in one transaction. */
@org.jspecify.annotations.NullMarked
package lantern.demo.rows;

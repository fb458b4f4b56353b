/** Migrations of the timescales that are code: what ships as YAML is loaded when it changed. */
@org.jspecify.annotations.NullMarked
package db.migration.timescales;

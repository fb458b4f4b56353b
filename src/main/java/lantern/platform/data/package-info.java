/** The folder that holds everything Lantern keeps on this machine: the database, its passwords, the logs, and who has it open. */
@org.jspecify.annotations.NullMarked
package lantern.platform.data;

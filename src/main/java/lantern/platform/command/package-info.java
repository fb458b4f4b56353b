/** What the commands of the command line share, and the commands that look after the installation itself. */
@org.jspecify.annotations.NullMarked
package lantern.platform.command;

/** Work that recurs: each job runs on one instance at a time, and again on another when that one dies. */
@org.jspecify.annotations.NullMarked
package lantern.platform.jobs;

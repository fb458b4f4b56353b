/** The benchmark: what Lantern costs, as ratios against floors measured in the same run on the same server. */
@org.springframework.modulith.NamedInterface("bench")
@org.jspecify.annotations.NullMarked
package lantern.demo.bench;

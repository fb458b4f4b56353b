/** Record linkage after Fellegi and Sunter (1969), for any records: what two records share, how likely that is for one person and for two. Knows no database. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage;

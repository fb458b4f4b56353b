/** Records of one's own family, of colleagues' and neighbours' children: what people declare, and the warning before such a record opens. */
@org.jspecify.annotations.NullMarked
package lantern.children.kin;

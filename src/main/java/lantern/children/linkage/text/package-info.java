/** Words taken apart and held side by side: keys, likeness, sound, and which given names are forms of one. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.text;

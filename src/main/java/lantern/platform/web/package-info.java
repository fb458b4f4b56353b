/** What every page shares: the frame around it, the GOV.UK components it is made of, errors, and forms that lose nothing. */
@org.jspecify.annotations.NullMarked
package lantern.platform.web;

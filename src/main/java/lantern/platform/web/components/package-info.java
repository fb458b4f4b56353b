/** The GOV.UK Design System's components (govuk-frontend 6.6.0), one record each; put one in a page with {@code ${...}}. */
@org.jspecify.annotations.NullMarked
package lantern.platform.web.components;

package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** News about the whole page: that something was done, or something that is not about it but matters. */
public record NotificationBanner(
        @Nullable Content content,
        @Nullable Content givenTitle,
        String titleId,
        int headingLevel,
        boolean success,
        @Nullable String givenRole,
        @Nullable Boolean disableAutoFocus,
        Style style)
        implements Component, Styled<NotificationBanner> {

    public static NotificationBanner of(String words) {
        return of(Text.of(words));
    }

    public static NotificationBanner of(@Nullable Content content) {
        return new NotificationBanner(
                content, null, "govuk-notification-banner-title", 2, false, null, null, Style.PLAIN);
    }

    public static NotificationBanner success(String words) {
        return of(words).success(true);
    }

    public NotificationBanner success(boolean success) {
        return new NotificationBanner(
                content, givenTitle, titleId, headingLevel, success, givenRole, disableAutoFocus, style);
    }

    public NotificationBanner title(@Nullable Content title) {
        return new NotificationBanner(
                content, title, titleId, headingLevel, success, givenRole, disableAutoFocus, style);
    }

    public NotificationBanner titleAs(String id, int headingLevel) {
        return new NotificationBanner(
                content, givenTitle, id, headingLevel, success, givenRole, disableAutoFocus, style);
    }

    public NotificationBanner role(@Nullable String role) {
        return new NotificationBanner(
                content, givenTitle, titleId, headingLevel, success, role, disableAutoFocus, style);
    }

    public NotificationBanner disableAutoFocus(@Nullable Boolean disable) {
        return new NotificationBanner(content, givenTitle, titleId, headingLevel, success, givenRole, disable, style);
    }

    @Override
    public NotificationBanner style(Style style) {
        return new NotificationBanner(
                content, givenTitle, titleId, headingLevel, success, givenRole, disableAutoFocus, style);
    }

    public String ownClass() {
        return style.on(
                success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner");
    }

    public String role() {
        return givenRole != null ? givenRole : success ? "alert" : "region";
    }

    public Content title() {
        return givenTitle != null ? givenTitle : Text.of(success ? "Success" : "Important");
    }

    public @Nullable String noFocus() {
        return disableAutoFocus == null ? null : disableAutoFocus.toString();
    }
}

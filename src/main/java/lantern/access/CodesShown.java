package lantern.access;

import java.util.List;

/** The demo's invented people with their one-time codes, shown on the sign-in page. Only the demo command has such a bean. */
public interface CodesShown {
    List<Account> accounts();

    record Account(String post, String email, String password, String code) {}
}

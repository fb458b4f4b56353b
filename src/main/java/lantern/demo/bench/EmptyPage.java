package lantern.demo.bench;

import lantern.platform.web.Page;

/** An empty page that holds the word it selected. */
public record EmptyPage(String word) implements Page {
    @Override
    public String title() {
        return "An empty page";
    }
}

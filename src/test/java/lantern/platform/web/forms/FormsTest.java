package lantern.platform.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;

class FormsTest {
    private final Map<String, Form> kept = new HashMap<>();
    private final Forms forms = new Forms(drafts());

    @Test
    void what_was_typed_comes_back_with_what_was_wrong() {
        var post = post("/report/new?child=1");
        post.addParameter("told", "police", "carer");
        forms.keep(post, List.of(new FieldError("told", "Choose one")));

        var get = new MockHttpServletRequest("GET", "/report/new");
        get.setQueryString("child=1");
        var form = forms.load(get);
        assertThat(form.values("told")).containsExactly("police", "carer");
        assertThat(form.error("told")).isEqualTo("Choose one");
        assertThat(form.or(Map.of("place", "Home")).value("place")).isNull();
        assertThat(forms.load(new MockHttpServletRequest("GET", "/report/new")).fields())
                .isEmpty();
    }

    @Test
    void secrets_are_never_kept() {
        var post = post("/sign-in");
        post.addParameter("email", "amara@example.org");
        post.addParameter("password", "correct horse");
        post.addParameter("newPassword", "battery staple");
        post.addParameter("oneTimeCode", "123456");
        post.addParameter("_csrf", "token");
        forms.keep(post, List.of());
        assertThat(kept.get("/sign-in"))
                .extracting(form -> form.fields().keySet())
                .isEqualTo(java.util.Set.of("email"));
    }

    @Test
    void a_form_never_leads_to_another_site() {
        for (var elsewhere :
                List.of("https://example.org/", "//example.org/", "/\\example.org", "javascript:x", "/a\nb")) {
            assertThat(forms.keep(post(elsewhere), List.of())).isNull();
        }
        assertThat(kept).isEmpty();
    }

    @Test
    void an_accepted_form_is_forgotten() {
        forms.keep(post("/report/new"), List.of());
        forms.accepted(post("/report/new"));
        assertThat(kept).isEmpty();
    }

    private static MockHttpServletRequest post(String form) {
        var post = new MockHttpServletRequest("POST", "/anything");
        post.addParameter(Forms.FIELD, form);
        return post;
    }

    private org.springframework.beans.factory.ObjectProvider<Drafts> drafts() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("drafts", new Drafts() {
            @Override
            public void keep(String formUrl, Map<String, List<String>> fields, List<FieldError> errors) {
                kept.put(formUrl, new Form(fields, errors));
            }

            @Override
            public Optional<Form> find(String formUrl) {
                return Optional.ofNullable(kept.get(formUrl));
            }

            @Override
            public void forget(String formUrl) {
                kept.remove(formUrl);
            }
        });
        return beans.getBeanProvider(Drafts.class);
    }
}

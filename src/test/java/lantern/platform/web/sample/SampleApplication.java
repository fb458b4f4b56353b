package lantern.platform.web.sample;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantern.platform.web.FrameSource;
import lantern.platform.web.PageFrame;
import lantern.platform.web.forms.Drafts;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Only what pages need, with the content policy of production and nobody signed in. */
@Configuration(proxyBeanMethods = false)
@TestComponent
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
        })
@ComponentScan("lantern.platform.web")
public class SampleApplication {
    @Bean
    SecurityFilterChain filters(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(it -> it.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                        + "connect-src 'self'; form-action 'self'; base-uri 'none'")))
                .build();
    }

    @Bean
    FrameSource frames() {
        return (HttpServletRequest request, String title) -> PageFrame.plain(title)
                .sections(List.of(
                        new PageFrame.Section("/kit/board", "Missing now", 7),
                        new PageFrame.Section("/kit/work", "To do", 12),
                        new PageFrame.Section("/kit/interviews", "Return interviews", 3),
                        new PageFrame.Section("/kit", "Components")))
                .reader(new PageFrame.Reader("Amara Okafor", "Missing hub, Merrowdale", "/", "/sign-out"));
    }

    @Bean
    Drafts drafts() {
        var kept = new HashMap<String, Form>();
        return new Drafts() {
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
        };
    }
}

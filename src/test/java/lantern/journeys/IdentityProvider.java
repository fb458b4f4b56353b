package lantern.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** An organisation's identity provider: Spring Authorization Server on a port of its own, with people who have a password there. */
final class IdentityProvider implements AutoCloseable {
    static final String SECRET = "a secret between the two";
    static final String PASSWORD = "the council's password";

    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();
    private static volatile JWKSet keys = new JWKSet();
    private static volatile @Nullable RegisteredClient client;

    private final AnnotationConfigServletWebServerApplicationContext context;

    IdentityProvider() {
        changeKeys();
        context = new AnnotationConfigServletWebServerApplicationContext(Beans.class);
    }

    String issuer() {
        return "http://localhost:"
                + java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Somebody whom the organisation knows, with what their token says. */
    void knows(String subject, Map<String, Object> claims) {
        PEOPLE.put(subject, new HashMap<>(claims));
    }

    void expects(String lantern) {
        client = RegisteredClient.withId("1")
                .clientId("lantern")
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(lantern + "/sign-in/organisation/answer")
                .postLogoutRedirectUri(lantern + "/sign-in")
                .scope("openid")
                .scope("email")
                .scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** From now on tokens are signed with another key, and the old one is not published any more. */
    static void changeKeys() {
        try {
            keys = new JWKSet(new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @TestComponent
    @EnableWebSecurity
    @EnableWebMvc
    static class Beans {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        ServletRegistrationBean<DispatcherServlet> pages(DispatcherServlet servlet) {
            return new ServletRegistrationBean<>(servlet, "/");
        }

        @Bean
        DelegatingFilterProxyRegistrationBean security() {
            return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        }

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) {
            return http.oauth2AuthorizationServer(it -> {
                        http.securityMatcher(it.getEndpointsMatcher());
                        it.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .exceptionHandling(it -> it.defaultAuthenticationEntryPointFor(
                            new LoginUrlAuthenticationEntryPoint("/login"),
                            new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) {
            return http.authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name -> {
                if (!PEOPLE.containsKey(name)) throw new UsernameNotFoundException(name);
                return User.withUsername(name)
                        .password("{noop}" + PASSWORD)
                        .authorities("STAFF")
                        .build();
            };
        }

        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient registered) {
                    client = registered;
                }

                @Override
                public @Nullable RegisteredClient findById(String id) {
                    return client;
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals("lantern") ? client : null;
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return (selector, context) -> selector.select(keys);
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (context.getTokenType().getValue().equals("id_token"))
                    PEOPLE.getOrDefault(
                                    java.util.Objects.requireNonNull(
                                                    context
                                                            .<org.springframework.security.core.Authentication>
                                                                    getPrincipal())
                                            .getName(),
                                    Map.of())
                            .forEach((name, value) -> context.getClaims().claim(name, value));
            };
        }
    }

    static Map<String, Object> withSecondFactor(String email) {
        return Map.of("email", email, "email_verified", true, "amr", List.of("pwd", "mfa"));
    }
}

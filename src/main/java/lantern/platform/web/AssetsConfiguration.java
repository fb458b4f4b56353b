package lantern.platform.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What pages load never changes under its address, so browsers keep it. */
@Configuration(proxyBeanMethods = false)
class AssetsConfiguration implements WebMvcConfigurer {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/lantern/**")
                .addResourceLocations("classpath:/static/assets/lantern/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/assets/govuk-frontend-6.6.0/**")
                .addResourceLocations("classpath:/static/assets/govuk-frontend-6.6.0/")
                .setCacheControl(FOR_EVER);
        registry.addResourceHandler("/assets/htmx-2.0.11/**")
                .addResourceLocations("classpath:/static/assets/htmx-2.0.11/")
                .setCacheControl(FOR_EVER);
    }
}
